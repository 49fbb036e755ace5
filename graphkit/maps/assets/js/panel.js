// What is known of the chosen thing or line: facts in words, and under each the quotes that prove it.
import { collator, element, facts, factsAbout, icon, lineName, lookOf, make, nameOf, proofsOf, say, sources, things, typeOf, yearsOf } from "./data.js";
import { projectFits } from "./filters.js";
import { jointOf } from "./picture.js";

/** @typedef {import("./data.js").Fact} Fact @typedef {import("./data.js").Edge} Edge @typedef {import("./data.js").Proof} Proof
 * @typedef {import("./data.js").View} View @typedef {import("./filters.js").Asked} Asked */

const KIND_ORDER = ["participation", "flow", "cooperation", "budget", "period", "attribute", "location", "indicator"];

/** Shows the panel for a thing or line; the start page when there is none.
 * @param {View} view @param {{edges: Map<string, string[]>, degrees: Map<string, number>}} shown @param {Asked} asked @param {(id: string) => void} choose */
export function showPanel(view, shown, asked, choose) {
  const panel = element("panel");
  const edge = view.edges.find((edge) => edge.id === asked.focus);
  const content = edge ? linePanel(edge, view, shown, asked, choose) : things.has(asked.focus) ? thingPanel(asked.focus, view, shown, asked, choose) : startPanel(view, shown, choose);
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
}

/** @param {View} view @param {{edges: Map<string, string[]>, degrees: Map<string, number>}} shown @param {(id: string) => void} choose */
function startPanel(view, shown, choose) {
  const strongest = view.edges
    .filter((edge) => shown.edges.has(edge.id) && view.name !== "projects")
    .sort((one, other) => Number(overBorder(other)) - Number(overBorder(one)) || Number(shown.edges.get(other.id)?.length) - Number(shown.edges.get(one.id)?.length) || (other.total ?? 0) - (one.total ?? 0) || Number(other.direct) - Number(one.direct) || collator.compare(nameOf(one.from), nameOf(other.from)) || collator.compare(nameOf(one.to), nameOf(other.to)))
    .slice(0, 6);
  const hubs = [...shown.degrees].sort((one, other) => other[1] - one[1] || collator.compare(nameOf(one[0]), nameOf(other[0]))).slice(0, 6);
  const content = [make("h2", say("panel.start"))];
  if (strongest.length) {
    content.push(make("p", say(view.name === "regions" ? "panel.start.border" : "panel.start.lead"), { class: "lead" }), list(strongest.map((edge) => {
      const count = shown.edges.get(edge.id)?.length ?? 0;
      return [link(edge.id, `${lineName(edge.from)}${jointOf(edge)}${lineName(edge.to)}`, choose), make("span", [edge.kind === "funds" && count ? counted("panel.funded", count) : count ? counted("panel.shared", count) : say(edge.kind === "funds" ? "line.funds" : "line.region-cooperates"), edge.amount].filter(Boolean).join(" · "), { class: "small" })];
    })));
  }
  content.push(make("p", say("panel.hubs"), { class: "lead" }), list(hubs.map(([id, count]) => [link(id, nameOf(id), choose), make("span", counted("panel.links", count), { class: "small" })])));
  return content;
}

/** Whether a line joins places of two countries. @param {Edge} edge */
function overBorder(edge) {
  const [one, other] = [edge.from, edge.to].map((id) => [id, ...(things.get(id)?.regions ?? [])].find((wide) => things.get(wide)?.kind === "region" && things.get(wide)?.type === "country"));
  return Boolean(one && other && one !== other);
}

/** @param {Node[][]} rows */
function list(rows) {
  const made = make("ul", "", { class: "picks" });
  for (const row of rows) {
    const item = make("li");
    item.append(...row.flatMap((part) => [part, " "]));
    made.append(item);
  }
  return made;
}

/** A number of things in words: one has words of its own. @param {string} key @param {number} count */
function counted(key, count) {
  return count === 1 ? say(`${key}.one`) : say(key, { n: count });
}

/** A button that chooses a thing or line. @param {string} id @param {string} text @param {(id: string) => void} choose */
function link(id, text, choose) {
  const button = make("button", text, { type: "button", class: "link" });
  button.addEventListener("click", () => choose(id));
  return button;
}

/** @param {string} title @param {(id: string) => void} choose @param {Node[]} under */
function head(title, choose, under) {
  const close = make("button", "×", { type: "button", class: "close", "aria-label": say("panel.close"), title: say("panel.close") });
  close.addEventListener("click", () => choose(""));
  const top = make("div", "", { class: "panel-head" });
  top.append(make("h2", title), close);
  return [top, ...under];
}

/** @param {Edge} edge @param {View} view @param {{edges: Map<string, string[]>}} shown @param {Asked} asked @param {(id: string) => void} choose */
function linePanel(edge, view, shown, asked, choose) {
  const title = make("p", "", { class: "ends" });
  title.append(link(edge.from, nameOf(edge.from), choose), ` ${say(view.name === "projects" ? `line.${edge.kind}` : edge.kind === "funds" ? "line.funder" : "line.and")} `, link(edge.to, nameOf(edge.to), choose));
  const left = shown.edges.get(edge.id) ?? edge.projects;
  const known = edge.facts.map((id) => /** @type {Fact} */ (facts.get(id)));
  const direct = known.filter((fact) => !fact.project || !edge.projects.includes(fact.project));
  const content = head(say("panel.title"), choose, [title]);
  if (view.name !== "projects" && left.length) content.push(make("p", [edge.kind === "funds" ? counted("panel.funded", left.length) : counted("panel.shared", left.length), edge.amount].filter(Boolean).join(" · "), { class: "lead", ...(edge.exact ? { title: edge.exact } : {}) }));
  if (edge.kind === "shares") content.push(make("p", say("panel.shares"), { class: "small" }));
  if (direct.length) content.push(...section(say("panel.direct"), direct, choose));
  for (const project of inOrder(left)) content.push(...section("", known.filter((fact) => fact.project === project), choose, project));
  return content;
}

/** @param {string} id @param {View} view @param {{degrees: Map<string, number>}} shown @param {Asked} asked @param {(id: string) => void} choose */
function thingPanel(id, view, shown, asked, choose) {
  const thing = /** @type {import("./data.js").Thing} */ (things.get(id));
  const kind = make("p", "", { class: "kind" });
  kind.append(icon(lookOf(thing.kind, thing.type)), ` ${typeOf(thing)}`);
  const facing = [yearsOf(thing), ...(thing.programmes ?? []), thing.status ? say(`status.${thing.status}`) : ""].filter(Boolean);
  if (thing.kind === "project") kind.append(...facing.map((text) => ` · ${text}`));
  else kind.append(` · ${counted("panel.links", shown.degrees.get(id) ?? 0)}`);
  const under = [kind];
  if (thing.also?.length) under.push(make("p", `${say("panel.also")}: ${thing.also.join(", ")}`, { class: "small" }));
  const content = head(thing.name, choose, under);
  const about = factsAbout.get(id) ?? [];
  if (thing.kind === "project") {
    content.push(...section("", about, choose));
  } else {
    const wanted = about.filter((fact) => !fact.project || projectFits(fact.project, asked));
    const projects = [...new Set(wanted.map((fact) => fact.project ?? "").filter(Boolean))];
    const loose = wanted.filter((fact) => !fact.project);
    for (const project of inOrder(projects)) content.push(...section("", wanted.filter((fact) => fact.project === project), choose, project));
    if (loose.length) content.push(...section(say("panel.other"), loose, choose));
    if (wanted.length < about.length) content.push(make("p", say("panel.hidden", { n: about.length - wanted.length }), { class: "small" }));
  }
  if (!about.length) {
    const proofs = proofsOf(thing);
    content.push(make("p", say(proofs.length ? "panel.named" : "panel.around"), { class: "lead" }), ...proofs.map(quote));
  }
  return content;
}

/** Projects by year, the latest first. @param {string[]} ids */
function inOrder(ids) {
  /** @param {string} id */
  const year = (id) => things.get(id)?.end ?? things.get(id)?.start ?? 0;
  return [...ids].sort((one, other) => year(other) - year(one) || collator.compare(nameOf(one), nameOf(other)));
}

/** A heading, the facts below it, and each quote once with the facts that it proves.
 * @param {string} title @param {Fact[]} known @param {(id: string) => void} choose @param {string} [project] @returns {HTMLElement[]} */
function section(title, known, choose, project = "") {
  const heading = make("h3", title);
  if (project) {
    heading.append(link(project, nameOf(project), choose));
    const years = yearsOf(things.get(project));
    if (years) heading.append(make("span", ` ${years}`, { class: "small" }));
  }
  const sorted = [...known].sort((one, other) => KIND_ORDER.indexOf(one.kind) - KIND_ORDER.indexOf(other.kind) || Number(one.id.slice(1)) - Number(other.id.slice(1)));
  /** @type {Map<string, Fact[]>} */
  const byQuote = new Map();
  for (const fact of sorted) {
    const first = proofsOf(fact)[0];
    const key = first ? JSON.stringify([first.source, first.before, first.quote]) : fact.id;
    byQuote.set(key, [...(byQuote.get(key) ?? []), fact]);
  }
  return [...(heading.hasChildNodes() ? [heading] : []), ...[...byQuote.values()].map((together) => proven(together, choose, project))];
}

/** Facts that one quote proves, the quote, and what further proofs there are.
 * @param {Fact[]} together @param {(id: string) => void} choose @param {string} project the one whose heading stands above */
function proven(together, choose, project) {
  const article = make("article", "", { class: "fact" });
  const paying = new Set(together.filter((fact) => fact.kind === "flow").map((fact) => `${fact.actor} ${fact.project}`));
  for (const fact of together) {
    const said = fact.kind === "participation" && fact.role === "funder" && paying.has(`${fact.actor} ${fact.project}`);
    if (!said) article.append(sentence(fact, choose, project)); // «pays 5 mnkr» says «funds» too
  }
  const first = proofsOf(together[0])[0];
  if (first) article.append(quote(first));
  /** @type {Map<string, Proof>} */
  const further = new Map();
  for (const proof of together.flatMap((fact) => proofsOf(fact).slice(1))) {
    if (!first || proof.source !== first.source || proof.quote !== first.quote) further.set(JSON.stringify([proof.source, proof.quote]), proof);
  }
  if (further.size) {
    const more = make("details");
    more.append(make("summary", counted("panel.more-proofs", further.size)), ...[...further.values()].map(quote));
    article.append(more);
  }
  return article;
}

/** A fact in words. @param {Fact} fact @param {(id: string) => void} choose @param {string} project */
function sentence(fact, choose, project) {
  const line = make("p", "", { class: fact.acts ? "says" : "says denied" });
  fact.parts.forEach(([text, thing, exact], i) => {
    if (thing && thing === project) line.append(say(i ? "fact.it" : "fact.it.first"));
    else if (thing && things.has(thing)) line.append(link(thing, text, choose));
    else if (exact) line.append(make("abbr", text, { title: exact }));
    else line.append(text);
  });
  line.append(" ", make("span", say(`basis.${fact.basis}`), { class: `basis ${fact.basis}` }));
  return line;
}

/** A document's text without its blank lines. @param {string} [text] */
function closed(text = "") {
  return text.replace(/\n\s*\n/g, "\n");
}

/** A quote, marked in the sentences round it, and where it stands. @param {Proof} proof */
function quote(proof) {
  const figure = make("figure", "", { class: "quote" });
  const source = sources.get(proof.source);
  const block = make("blockquote", "", { lang: source?.language ?? "", dir: "auto" });
  block.append(closed(proof.before), make("mark", proof.quote), closed(proof.after));
  const cite = make("figcaption");
  cite.append(make("cite", source?.title ?? proof.source));
  const facing = [source?.publisher, source?.issued, proof.page ? say("panel.page", { n: proof.page }) : ""].filter(Boolean);
  if (facing.length) cite.append(` · ${facing.join(" · ")}`);
  if (source?.source && source.source !== source.title) {
    const address = /^https?:\/\//.test(source.source);
    cite.append(" · ", address ? make("a", source.source, { href: source.source, rel: "noreferrer noopener", target: "_blank" }) : make("span", source.source, { class: "where" }));
  }
  const button = make("button", say("panel.copy"), { type: "button", class: "copy" });
  button.addEventListener("click", async () => {
    button.textContent = say((await copied(citation(proof))) ? "panel.copied" : "panel.not-copied");
    element("told").textContent = button.textContent;
    setTimeout(() => { button.textContent = say("panel.copy"); }, 2500);
  });
  figure.append(block, cite, button);
  return figure;
}

/** A quote with all that is needed to find it again: «…» Title. Publisher, date, page. Address. @param {Proof} proof */
export function citation(proof) {
  const source = sources.get(proof.source);
  const facing = [source?.publisher, source?.issued, proof.page ? say("panel.page", { n: proof.page }) : ""].filter(Boolean).join(", ");
  return [`${say("panel.quoted", { quote: closed(proof.quote) })} ${source?.title ?? proof.source}.`, facing && `${facing}.`, source?.source && source.source !== source.title ? source.source : ""].filter(Boolean).join(" ");
}

/** Whether a text could be put on the clipboard. @param {string} text */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page from a file may be denied the clipboard: then the text is marked and copied as with the keys.
    const field = /** @type {HTMLTextAreaElement} */ (make("textarea", text, { class: "away", readonly: "" }));
    const before = /** @type {HTMLElement|null} */ (document.activeElement);
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus();
    return done;
  }
}
