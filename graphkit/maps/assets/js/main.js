// The page: one state, one `update` that shows it everywhere.
import { collator, data, element, icon, lineIcon, lookOf, make, nameOf, say, things, views } from "./data.js";
import { everything, fromHash, KINDS, ROLES, ROLES_OF, shownOf, toHash, TYPES } from "./filters.js";
import { showPanel } from "./panel.js";
import { draw, fileName, save } from "./picture.js";
import { startSearch } from "./search.js";
import { showTable } from "./table.js";

/** @typedef {import("./data.js").View} View */

let asked = fromHash(location.hash);
/** @type {import("./picture.js").Drawn|undefined} */
let drawn;
let drawnView = "";
/** The table row that the panel was opened from, to go back to. */
let cameFrom = "";
/** @type {ReturnType<typeof shownOf>} */
let shown = shownOf(viewOf(), asked);

/** @returns {View} */
function viewOf() {
  return /** @type {View} */ (views.get(asked.view));
}

/** @param {string} id */
function input(id) {
  return /** @type {HTMLInputElement} */ (element(id));
}

/** Shows what is asked for; `seek` moves the picture to what is chosen. @param {{refit?: boolean, seek?: boolean}} [how] */
function update({ refit = false, seek = false } = {}) {
  const view = viewOf();
  shown = shownOf(view, asked);
  if (drawnView !== view.name) {
    drawn?.close();
    drawn = draw(view, (id) => choose(id, { seek: false }));
    drawnView = view.name;
    refit = true;
    showFilters();
    showLegend(view);
  }
  drawn?.show(shown);
  if (refit) drawn?.fit();
  const exists = things.has(asked.focus) || view.edges.some((edge) => edge.id === asked.focus);
  if (!exists) asked.focus = "";
  drawn?.select(asked.focus);
  if (asked.focus && seek) drawn?.focus(asked.focus);
  for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.getAttribute("data-view") === view.name));
  element("about").textContent = say(`view.${view.name}.${view.few !== undefined ? "folded" : "about"}`);
  element("count").textContent = countWords(view);
  element("empty").hidden = shown.nodes.size > 0;
  showPanel(view, shown, asked, choose);
  showTable(view, shown, asked.focus, choose);
  const hash = toHash(asked);
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}

/** @param {View} view */
function countWords(view) {
  const all = new Set(view.edges.flatMap((edge) => [edge.from, edge.to])).size;
  const parts = [say("count.shown", { nodes: shown.nodes.size, allNodes: all, edges: shown.edges.size, allEdges: view.edges.length, things: say(`things.${view.name}`) })];
  if (all > view.nodes.length) parts.push(say("count.limit", { n: view.nodes.length }));
  const folded = drawn?.folded() ?? 0;
  if (folded) parts.push(say("count.folded", { n: folded }));
  if (shown.apart.length) parts.push(say("count.apart", { n: shown.apart.length }));
  if (shown.undated) parts.push(say("count.undated", { n: shown.undated }));
  return parts.join(" ");
}

/** A thing or line is chosen; things that the view doesn't hold are shown in one that does.
 * @param {string} id @param {{seek?: boolean}} [how] */
function choose(id, { seek = true } = {}) {
  const row = document.activeElement?.closest("#table tr[data-id]")?.getAttribute("data-id");
  if (row) cameFrom = row;
  asked.focus = id;
  const view = viewOf();
  const here = [...view.nodes.map((node) => node.id), ...view.apart];
  if (things.has(id) && !here.includes(id)) asked.view = (data.views.find((other) => other.nodes.some((node) => node.id === id)) ?? data.views.find((other) => other.apart.includes(id)) ?? view).name;
  update({ seek });
  const panel = element("panel");
  if (id) element("told").textContent = `${say("panel.title")}: ${panel.querySelector("h2")?.textContent} ${panel.querySelector(".ends")?.textContent ?? ""}`;
  if (row && id) panel.focus();
  else if (id && matchMedia("(max-width: 60rem)").matches) panel.scrollIntoView({ block: "start" });
  if (!id && cameFrom) {
    /** @type {HTMLElement|null} */ (document.querySelector(`#table tr[data-id="${CSS.escape(cameFrom)}"] button`))?.focus();
    cameFrom = "";
  }
}

// ------------------------------------------------------------------------------------------ filters, legend

/** A box to tick, with its picture. @param {Node} picture @param {string} text @param {Set<string>} hidden @param {string} value */
function tick(picture, text, hidden, value) {
  const label = make("label", "", { class: "tick" });
  const box = /** @type {HTMLInputElement} */ (make("input", "", { type: "checkbox", value }));
  box.checked = !hidden.has(value);
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(value);
    else hidden.add(value);
    update({ refit: true });
  });
  label.append(box, picture, ` ${text}`);
  return label;
}

/** Fills the form from what is asked. */
function showFilters() {
  for (const [id, values, hidden, picture, key] of /** @type {[string, string[], Set<string>, (value: string) => Node, string][]} */ ([
    ["roles", ROLES_OF[asked.view], asked.hiddenRoles, (role) => (asked.view === "projects" ? lineIcon(data.lines[role], { arrow: role === "funder" }) : document.createTextNode("")), "role."],
    ["types", TYPES, asked.hiddenTypes, (type) => icon(lookOf("actor", type)), "type.actor."],
    ["kinds", KINDS, asked.hiddenKinds, (type) => icon(lookOf("region", type)), "type.region."],
  ])) {
    const field = element(id);
    field.querySelectorAll("label").forEach((label) => label.remove());
    const order = id === "roles" ? values : Object.keys(data.looks).map((look) => look.split(".")[1]).filter((type, i, all) => values.includes(type) && all.indexOf(type) === i);
    field.append(...order.map((value) => tick(picture(value), say(key + value), hidden, value)));
  }
  const projects = data.things.filter((thing) => thing.kind === "project");
  const programmes = [...new Set(projects.flatMap((thing) => thing.programmes ?? []))].sort(collator.compare);
  const regions = [...new Set(projects.flatMap((thing) => thing.regions ?? []))].sort((one, other) => collator.compare(nameOf(one), nameOf(other)));
  options("programme", programmes.map((name) => [name, name]), asked.programme);
  options("region", regions.map((id) => [id, nameOf(id)]), asked.region);
  const years = projects.flatMap((thing) => [thing.start ?? [], thing.end ?? []].flat());
  for (const [id, year, hint] of /** @type {[string, number|null, number][]} */ ([["from", asked.from, Math.min(...years)], ["to", asked.to, Math.max(...years)]])) {
    input(id).value = year === null ? "" : String(year);
    input(id).placeholder = years.length ? String(hint) : "";
  }
  input("undated").checked = asked.undated;
}

/** @param {string} id @param {[string, string][]} choices @param {string} chosen */
function options(id, choices, chosen) {
  const select = input(id);
  select.replaceChildren(make("option", say("filter.any"), { value: "" }), ...choices.map(([value, text]) => make("option", text, { value })));
  select.value = chosen;
}

/** What the lines of a view mean. @param {View} view */
function showLegend(view) {
  const lines = element("lines").querySelector("div");
  /** @type {[Node, string][]} */
  const entries = [];
  const kinds = new Set(view.edges.map((edge) => edge.kind));
  if (view.name === "actors") {
    entries.push([lineIcon(data.lines.cooperates), say("line.cooperates")]);
  } else if (view.name === "money") {
    entries.push([lineIcon(data.lines.funds, { arrow: true }), say("line.funds")]);
    if (view.nodes.some((node) => things.get(node.id)?.kind === "project")) entries.push([icon(lookOf("project")), say("kind.project")]);
  } else if (view.name === "regions") {
    if (kinds.has("cooperates")) entries.push([lineIcon(data.lines.cooperates), say("line.region-cooperates")]);
    if (kinds.has("shares")) entries.push([lineIcon(data.lines.shares), `${say("line.shares")} (${say("basis.derived")})`]);
  } else {
    entries.push([icon(lookOf("project")), say("kind.project")]);
    if (kinds.has("works-in")) entries.push([lineIcon(data.lines["works-in"]), say("line.works-in")]);
  }
  if (view.edges.some((edge) => edge.implied)) entries.push([lineIcon("#4c5b6b", { dashed: true }), say("legend.implied")]);
  lines?.replaceChildren(...entries.map(([picture, text]) => {
    const entry = make("p");
    entry.append(picture, ` ${text}`);
    return entry;
  }));
  element("roles").hidden = !ROLES_OF[view.name].length;
  element("types").hidden = view.name === "regions";
  element("kinds").hidden = view.name === "actors" || view.name === "money";
}

/** @param {string} value */
function yearOrNone(value) {
  return /^\d{4}$/.test(value) ? Number(value) : null;
}

// -------------------------------------------------------------------------------------------------- start

for (const button of document.querySelectorAll("[data-view]")) {
  button.addEventListener("click", () => {
    asked.view = String(button.getAttribute("data-view"));
    asked.focus = "";
    update();
  });
}
for (const [id, take] of /** @type {[string, (value: string) => void][]} */ ([
  ["programme", (value) => { asked.programme = value; }],
  ["region", (value) => { asked.region = value; }],
  ["from", (value) => { asked.from = yearOrNone(value); }],
  ["to", (value) => { asked.to = yearOrNone(value); }],
  ["undated", () => { asked.undated = input("undated").checked; }],
])) {
  element(id).addEventListener("input", () => {
    take(input(id).value);
    update({ refit: true });
  });
}
element("filters").addEventListener("submit", (event) => event.preventDefault());
element("filters").addEventListener("reset", (event) => {
  event.preventDefault();
  asked = { ...everything(), view: asked.view };
  showFilters();
  update({ refit: true });
});
element("zoom-in").addEventListener("click", () => drawn?.zoom(1.35));
element("zoom-out").addEventListener("click", () => drawn?.zoom(1 / 1.35));
element("fit").addEventListener("click", () => drawn?.fit());
element("print").addEventListener("click", () => print());
element("save").addEventListener("click", () => onWhite().toBlob((blob) => blob && save(blob, fileName(`-${asked.view}.png`))));
element("picture").addEventListener("keydown", (event) => {
  const step = 80;
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowLeft: () => drawn?.move(-step, 0), ArrowRight: () => drawn?.move(step, 0), ArrowUp: () => drawn?.move(0, -step), ArrowDown: () => drawn?.move(0, step),
    "+": () => drawn?.zoom(1.35), "-": () => drawn?.zoom(1 / 1.35), 0: () => drawn?.fit(), Escape: () => choose(""),
  };
  if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  keys[event.key]();
});
// The wheel scrolls the page as anywhere else, until the picture is pressed or has the focus.
element("picture").addEventListener("pointerdown", () => element("picture").focus({ preventScroll: true }));
element("picture").addEventListener("wheel", (event) => {
  if (!event.ctrlKey && document.activeElement !== element("picture")) event.stopPropagation();
}, { capture: true });
element("panel").addEventListener("keydown", (event) => {
  if (event.key === "Escape") choose("");
});
addEventListener("hashchange", () => {
  if (/^#(table|panel)$/.test(location.hash)) return;
  asked = fromHash(location.hash);
  showFilters();
  update({ refit: true, seek: true });
});
addEventListener("beforeprint", () => {
  const image = /** @type {HTMLImageElement} */ (element("print-picture"));
  image.src = onWhite().toDataURL("image/png");
  image.hidden = false;
  for (const more of document.querySelectorAll("#panel details")) more.setAttribute("open", "");
});
addEventListener("afterprint", () => {
  element("print-picture").hidden = true;
});

/** The picture on white ground. */
function onWhite() {
  const from = /** @type {HTMLCanvasElement} */ (drawn?.canvas());
  const copy = document.createElement("canvas");
  copy.width = from.width;
  copy.height = from.height;
  const context = /** @type {CanvasRenderingContext2D} */ (copy.getContext("2d"));
  context.fillStyle = "#fff";
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(from, 0, 0);
  return copy;
}

if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".filters")?.removeAttribute("open");
startSearch(choose);
update({ seek: true });
/** For tests and for other scripts of the page: where a node or line stands on the screen, and which names are drawn. */
Object.assign(globalThis, { graphkit: { where: (/** @type {string} */ id) => drawn?.where(id), labels: () => drawn?.labels() } });
document.documentElement.dataset.ready = "yes";
