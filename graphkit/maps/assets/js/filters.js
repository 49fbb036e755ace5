// What is asked for (filters, view, focus), how the address keeps it, and what of a view it leaves.
import { actorsIn, data, rolesIn, things } from "./data.js";

/** @typedef {import("./data.js").View} View @typedef {import("./data.js").Edge} Edge @typedef {import("./data.js").Thing} Thing */

export const ROLES = ["owner", "partner", "funder"];
/** The roles that a view can be filtered by: who pays whom is not a matter of roles. @type {Record<string, string[]>} */
export const ROLES_OF = { actors: ["owner", "partner"], money: [], regions: ROLES, projects: ROLES };
export const TYPES = [...new Set(data.things.filter((thing) => thing.kind === "actor").map((thing) => thing.type ?? "other"))];
export const KINDS = [...new Set(data.things.filter((thing) => thing.kind === "region").map((thing) => thing.type ?? "city"))];

/** `hidden…` hold what is ticked off, so that an empty state shows all.
 * @typedef {{view: string, hiddenRoles: Set<string>, hiddenTypes: Set<string>, hiddenKinds: Set<string>, programme: string, region: string,
 *   from: number|null, to: number|null, undated: boolean, focus: string}} Asked */

/** @returns {Asked} */
export function everything() {
  return {
    view: data.views[0].name,
    hiddenRoles: new Set(),
    hiddenTypes: new Set(),
    hiddenKinds: new Set(),
    programme: "",
    region: "",
    from: null,
    to: null,
    undated: false,
    focus: "",
  };
}

/** What an address asks for; words that mean nothing here are passed over. @param {string} hash @returns {Asked} */
export function fromHash(hash) {
  const asked = everything();
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  /** @param {string} name @param {string[]} known */
  const list = (name, known) => new Set((given.get(name) ?? "").split(",").filter((word) => known.includes(word)));
  /** @param {string} name */
  const year = (name) => (/^\d{4}$/.test(given.get(name) ?? "") ? Number(given.get(name)) : null);
  if (data.views.some((view) => view.name === given.get("view"))) asked.view = String(given.get("view"));
  asked.hiddenRoles = list("without-roles", ROLES);
  asked.hiddenTypes = list("without-types", TYPES);
  asked.hiddenKinds = list("without-kinds", KINDS);
  asked.programme = given.get("programme") ?? "";
  asked.region = things.has(given.get("region") ?? "") ? String(given.get("region")) : "";
  asked.from = year("from");
  asked.to = year("to");
  asked.undated = given.get("undated") === "yes";
  asked.focus = given.get("focus") ?? "";
  return asked;
}

/** The address for what is asked. @param {Asked} asked */
export function toHash(asked) {
  const kept = new URLSearchParams();
  if (asked.view !== data.views[0].name) kept.set("view", asked.view);
  for (const [name, hidden] of /** @type {[string, Set<string>][]} */ ([["roles", asked.hiddenRoles], ["types", asked.hiddenTypes], ["kinds", asked.hiddenKinds]])) {
    if (hidden.size) kept.set(`without-${name}`, [...hidden].sort().join(","));
  }
  if (asked.programme) kept.set("programme", asked.programme);
  if (asked.region) kept.set("region", asked.region);
  if (asked.from !== null) kept.set("from", String(asked.from));
  if (asked.to !== null) kept.set("to", String(asked.to));
  if (asked.undated) kept.set("undated", "yes");
  if (asked.focus) kept.set("focus", asked.focus);
  return kept.toString();
}

/** Whether a filter narrows the projects. @param {Asked} asked */
function narrows(asked) {
  return Boolean(asked.programme || asked.region || asked.from !== null || asked.to !== null);
}

/** Whether a project falls inside the years asked for; null when it has no years. @param {Thing} project @param {Asked} asked */
function inYears(project, asked) {
  if (asked.from === null && asked.to === null) return true;
  const first = project.start ?? project.end;
  const last = project.end ?? project.start;
  if (first === undefined || last === undefined) return asked.undated ? true : null;
  return (asked.to === null || first <= asked.to) && (asked.from === null || last >= asked.from);
}

/** @param {string} id @param {Asked} asked */
export function projectFits(id, asked) {
  const project = things.get(id);
  if (!project) return false;
  if (asked.programme && !(project.programmes ?? []).includes(asked.programme)) return false;
  if (asked.region && !(project.regions ?? []).includes(asked.region)) return false;
  return inYears(project, asked) === true;
}

/** Whether a thing's own type is wanted. @param {string} id @param {Asked} asked */
function typeFits(id, asked) {
  const thing = things.get(id);
  if (thing?.kind === "actor") return !asked.hiddenTypes.has(thing.type ?? "other");
  if (thing?.kind === "region") return !asked.hiddenKinds.has(thing.type ?? "city");
  return true;
}

/** Whether an actor has a wanted role in a project. @param {string} actor @param {string} project @param {Asked} asked */
function roleFits(actor, project, asked) {
  return [...(rolesIn.get(`${actor} ${project}`) ?? [])].some((role) => !asked.hiddenRoles.has(role));
}

/** Whether a project has a wanted actor in a wanted role. @param {string} project @param {Asked} asked */
function carried(project, asked) {
  if (!asked.hiddenRoles.size && !asked.hiddenTypes.size) return true;
  return [...(actorsIn.get(project) ?? [])].some((actor) => typeFits(actor, asked) && roleFits(actor, project, asked));
}

/** Whether a project is carried by these actors, or by any where there are none. @param {string[]} actors @param {string} project @param {Asked} asked */
function carriedBy(actors, project, asked) {
  if (!actors.length) return carried(project, asked);
  return !asked.hiddenRoles.size || actors.every((actor) => roleFits(actor, project, asked));
}

/** The projects that still carry a line; null when the line goes. @param {Edge} edge @param {Asked} asked @returns {string[]|null} */
function projectsLeft(edge, asked) {
  if (!typeFits(edge.from, asked) || !typeFits(edge.to, asked)) return null;
  const ends = [edge.from, edge.to].filter((id) => things.get(id)?.kind === "actor");
  if (ROLES.includes(edge.kind) && asked.hiddenRoles.has(edge.kind)) return null;
  const left = edge.projects.filter((id) => projectFits(id, asked) && carriedBy(ends, id, asked));
  const direct = edge.direct && !narrows(asked);
  return left.length || direct ? left : null;
}

/** What of a view is shown: nodes, lines with the projects that carry them, things without a line, and undated projects left out.
 * @param {View} view @param {Asked} asked */
export function shownOf(view, asked) {
  asked = { ...asked, hiddenRoles: new Set([...asked.hiddenRoles].filter((role) => ROLES_OF[view.name].includes(role))) };
  /** @type {Map<string, string[]>} */
  const edges = new Map();
  /** @type {Map<string, number>} */
  const degrees = new Map();
  for (const edge of view.edges) {
    const left = projectsLeft(edge, asked);
    if (!left) continue;
    edges.set(edge.id, left);
    for (const end of [edge.from, edge.to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  const nodes = new Set(degrees.keys());
  const apart = view.apart.filter((id) => typeFits(id, asked) && !narrows(asked) && !asked.hiddenRoles.size);
  const undated = data.things.filter((thing) => thing.kind === "project" && inYears(thing, asked) === null).length;
  return { nodes, edges, degrees, apart, undated };
}
