// The page's data block, and look-ups in it.

/**
 * @typedef {{id: string, kind: "actor"|"project"|"region", type?: string, name: string, also?: string[], start?: number, end?: number,
 *   status?: string, programmes?: string[], regions?: string[], proofs?: number[]}} Thing
 * @typedef {{source: string, quote: string, before?: string, after?: string, page?: number}} Proof
 * @typedef {{id: string, kind: string, parts: [string, string, string][], things: string[], project?: string, actor?: string, role?: string,
 *   basis: string, acts: boolean, proofs?: number[]}} Fact
 * @typedef {{id: string, title: string, source?: string, publisher?: string, issued?: string, language?: string}} Source
 * @typedef {{id: string, label: string, shape: string, x: number, y: number, size: number, rank: number, leaf?: boolean, color: {background: string, border: string}}} Node
 * @typedef {{id: string, from: string, to: string, kind: string, width: number, dashes: boolean, arrows: string, color: {color: string},
 *   direct: boolean, implied: boolean, amount?: string, exact?: string, total?: number, projects: string[], facts: string[]}} Edge
 * @typedef {{name: string, nodes: Node[], edges: Edge[], apart: string[], few?: number}} View
 */

/** @type {{language: string, title: string, words: Record<string, string>, looks: Record<string, {shape: string, fill: string, border: string}>,
 *   lines: Record<string, string>, things: Thing[], facts: Fact[], proofs: Proof[], sources: Source[], views: View[]}} */
export const data = JSON.parse(element("data").textContent ?? "");

/** @type {Map<string, Thing>} */
export const things = new Map(data.things.map((thing) => [thing.id, thing]));
/** @type {Map<string, Fact>} */
export const facts = new Map(data.facts.map((fact) => [fact.id, fact]));
/** @type {Map<string, Source>} */
export const sources = new Map(data.sources.map((source) => [source.id, source]));
/** @type {Map<string, View>} */
export const views = new Map(data.views.map((view) => [view.name, view]));
export const collator = new Intl.Collator(data.language, { numeric: true });

/** The facts about each thing. @type {Map<string, Fact[]>} */
export const factsAbout = new Map();
/** The roles of an actor in a project, by «actor project». @type {Map<string, Set<string>>} */
export const rolesIn = new Map();
/** The actors of each project. @type {Map<string, Set<string>>} */
export const actorsIn = new Map();
for (const fact of data.facts) {
  for (const id of fact.things) factsAbout.set(id, [...(factsAbout.get(id) ?? []), fact]);
  if (!fact.role || !fact.project || !fact.actor || !fact.acts) continue;
  const key = `${fact.actor} ${fact.project}`;
  rolesIn.set(key, (rolesIn.get(key) ?? new Set()).add(fact.role));
  actorsIn.set(fact.project, (actorsIn.get(fact.project) ?? new Set()).add(fact.actor));
}

/** The proofs of a fact, or of a thing of which only the name is told; the best first. @param {{proofs?: number[]}} told */
export function proofsOf(told) {
  return (told.proofs ?? []).map((number) => data.proofs[number]);
}

/** The element of an id; that it is there is the template's promise. @param {string} id @returns {HTMLElement} */
export function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** A text of the page's language, its blanks filled. @param {string} key @param {Record<string, string|number>} [values] */
export function say(key, values = {}) {
  return (data.words[key] ?? key).replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank));
}

/** A new element with a text and attributes. Names never become markup: they are set as text.
 * @param {string} tag @param {string} [text] @param {Record<string, string>} [attributes] @returns {HTMLElement} */
export function make(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** @param {string} id */
export function nameOf(id) {
  return things.get(id)?.name ?? id;
}

/** A name for a line of several names: what turns the direction of writing in it ends with it. @param {string} id */
export function lineName(id) {
  const name = nameOf(id);
  return /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name) ? `\u2068${name}\u2069` : name;
}

/** How a line is known: that two places share a project is concluded from what is said of each. @param {Edge} edge */
export function basisOf(edge) {
  return edge.kind === "shares" ? "derived" : edge.implied ? "implied" : "stated";
}

/** What kind of thing this is, in words. @param {Thing} thing */
export function typeOf(thing) {
  return say(`type.${thing.kind}.${thing.type ?? ""}`);
}

/** A project's years: «2007–2009», «2007–», «–2009» or nothing. @param {Thing|undefined} thing */
export function yearsOf(thing) {
  if (!thing || (!thing.start && !thing.end)) return "";
  return thing.start === thing.end ? String(thing.start) : `${thing.start ?? ""}–${thing.end ?? ""}`;
}

/** The look of a thing. @param {string} kind @param {string} [type] */
export function lookOf(kind, type = "") {
  return data.looks[`${kind}.${type}`] ?? data.looks[{ actor: "actor.other", region: "region.city", project: "project." }[kind] ?? "actor.other"];
}

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  square: "3,3 15,3 15,15 3,15",
  triangle: "9,2 16,15 2,15",
  triangleDown: "2,3 16,3 9,16",
  diamond: "9,1 17,9 9,17 1,9",
  hexagon: "5,2 13,2 17,9 13,16 5,16 1,9",
  star: "9,1 11.2,6.5 17,6.9 12.5,10.6 14,16.5 9,13.2 4,16.5 5.5,10.6 1,6.9 6.8,6.5",
};

/** A small picture of a shape for the legend. @param {{shape: string, fill: string, border: string}} look */
export function icon(look) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 18 18", width: "16", height: "16", "aria-hidden": "true" })) svg.setAttribute(name, value);
  const outline = OUTLINES[/** @type {keyof typeof OUTLINES} */ (look.shape)];
  const drawn = document.createElementNS(SVG, outline ? "polygon" : "circle");
  const shape = outline ? { points: outline } : { cx: "9", cy: "9", r: "7" };
  for (const [name, value] of Object.entries({ ...shape, fill: look.fill, stroke: look.border, "stroke-width": "1.5" })) drawn.setAttribute(name, value);
  svg.append(drawn);
  return svg;
}

/** A small picture of a line for the legend. @param {string} colour @param {{dashed?: boolean, arrow?: boolean}} [how] */
export function lineIcon(colour, { dashed = false, arrow = false } = {}) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 30 12", width: "30", height: "12", "aria-hidden": "true" })) svg.setAttribute(name, value);
  const line = document.createElementNS(SVG, "path");
  const path = { d: arrow ? "M1 6H22" : "M1 6H29", stroke: colour, "stroke-width": "3", fill: "none", "stroke-dasharray": dashed ? "5 4" : "none" };
  for (const [name, value] of Object.entries(path)) line.setAttribute(name, value);
  svg.append(line);
  if (arrow) {
    const head = document.createElementNS(SVG, "path");
    head.setAttribute("d", "M20 1L29 6L20 11Z");
    head.setAttribute("fill", colour);
    svg.append(head);
  }
  return svg;
}
