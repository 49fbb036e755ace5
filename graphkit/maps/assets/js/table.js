// The table: everything that the picture shows, and what it can't; sorted by a press on a header, and taken along as CSV.
import { basisOf, collator, data, element, factsAbout, make, nameOf, say, things, typeOf, yearsOf } from "./data.js";
import { fileName, save } from "./picture.js";

/** @typedef {import("./data.js").View} View @typedef {{id: string, cells: (string|number)[]}} Row */

const FIRST_ROWS = 50;
const SHORT = new Set(["how", "years", "basis", "amount", "type"]);
const sorting = { links: { column: 3, down: true }, things: { column: 2, down: true } };
let which = /** @type {"links"|"things"} */ ("links");
let whole = false;

/** The rows of a view as it is shown. @param {View} view @param {{nodes: Set<string>, edges: Map<string, string[]>, degrees: Map<string, number>, apart: string[]}} shown */
export function rowsOf(view, shown) {
  if (which === "things") {
    const columns = ["name", "type", "degree", "facts"];
    const rows = [...shown.nodes, ...shown.apart].map((id) => ({ id, cells: [nameOf(id), typeOf(/** @type {any} */ (things.get(id))), shown.degrees.get(id) ?? 0, (factsAbout.get(id) ?? []).length] }));
    return { columns, rows };
  }
  const money = view.name === "money";
  const columns = ["from", "how", "to", "count", ...(money ? ["amount"] : []), "names", "years", "basis"];
  const rows = view.edges.flatMap((edge) => {
    const left = shown.edges.get(edge.id);
    if (!left) return [];
    const how = view.name === "regions" ? say(edge.kind === "shares" ? "line.shares" : "line.cooperates") : say(`line.${edge.kind}`);
    return [{ id: edge.id, cells: [nameOf(edge.from), how.replace(/^.*: /, ""), nameOf(edge.to), left.length, ...(money ? [edge.exact ?? ""] : []), left.map(nameOf).join("; "), span(left), say(`basis.${basisOf(edge)}`)] }];
  });
  return { columns, rows };
}

/** The years that projects span together. @param {string[]} projects */
function span(projects) {
  if (projects.length === 1) return yearsOf(things.get(projects[0]));
  const first = projects.flatMap((id) => things.get(id)?.start ?? []);
  const last = projects.flatMap((id) => things.get(id)?.end ?? things.get(id)?.start ?? []);
  return first.length && last.length ? yearsOf({ id: "", kind: "project", name: "", start: Math.min(...first), end: Math.max(...last) }) : "";
}

/** @param {Row[]} rows */
function sorted(rows) {
  const { column, down } = sorting[which];
  return [...rows].sort((one, other) => {
    const [a, b] = [one.cells[column], other.cells[column]];
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return (down ? -order : order) || collator.compare(String(one.cells[0]), String(other.cells[0])) || collator.compare(String(one.cells[2]), String(other.cells[2]));
  });
}

/** @param {View} view @param {Parameters<typeof rowsOf>[1]} shown @param {string} focus @param {(id: string) => void} choose */
export function showTable(view, shown, focus, choose) {
  const { columns, rows } = rowsOf(view, shown);
  const table = /** @type {HTMLTableElement} */ (element("table").querySelector("table"));
  const top = make("tr");
  columns.forEach((name, i) => {
    const cell = make("th", "", { scope: "col", "data-name": say(`table.${name}`) });
    const button = make("button", say(`table.${name}`), { type: "button" });
    const here = sorting[which].column === i;
    cell.setAttribute("aria-sort", here ? (sorting[which].down ? "descending" : "ascending") : "none");
    button.addEventListener("click", () => {
      sorting[which] = { column: i, down: here ? !sorting[which].down : typeof rows[0]?.cells[i] === "number" };
      showTable(view, shown, focus, choose);
      /** @type {HTMLElement|null} */ (table.querySelector(`th:nth-child(${i + 1}) button`))?.focus();
    });
    cell.append(button);
    top.append(cell);
  });
  table.tHead?.replaceChildren(top);
  const all = sorted(rows);
  const cut = whole ? all : all.slice(0, FIRST_ROWS);
  table.tBodies[0].replaceChildren(
    ...cut.map((row) => {
      const line = make("tr", "", { "data-id": row.id });
      if (row.id === focus) line.setAttribute("aria-current", "true");
      row.cells.forEach((value, i) => {
        const cell = make("td", i ? String(value) : "", typeof value === "number" ? { class: "number" } : SHORT.has(columns[i]) ? { class: "short" } : { dir: "auto" });
        if (!i) {
          const open = make("button", String(value), { type: "button", class: "link", title: say("table.open") });
          open.addEventListener("click", () => choose(row.id));
          cell.append(open);
        }
        if (which === "things" && i === 2 && value === 0) cell.title = say("table.alone");
        line.append(cell);
      });
      line.addEventListener("click", (event) => {
        if (!(event.target instanceof HTMLButtonElement) && !getSelection()?.toString()) choose(row.id);
      });
      return line;
    }),
  );
  if (!all.length) {
    const line = make("tr");
    line.append(make("td", say("table.empty"), { colspan: String(columns.length) }));
    table.tBodies[0].append(line);
  }
  element("rows").textContent = say("table.rows", { n: cut.length, all: all.length });
  const more = element("all-rows");
  more.hidden = all.length <= cut.length;
  more.textContent = say("table.all", { n: all.length });
  more.onclick = () => {
    whole = true;
    showTable(view, shown, focus, choose);
  };
  for (const button of element("table").querySelectorAll("[data-table]")) {
    button.setAttribute("aria-pressed", String(button.getAttribute("data-table") === which));
    /** @type {HTMLElement} */ (button).onclick = () => {
      which = button.getAttribute("data-table") === "things" ? "things" : "links";
      showTable(view, shown, focus, choose);
    };
  }
  element("csv").onclick = () => save(new Blob(["\ufeff", csv(columns.map((name) => say(`table.${name}`)), all)], { type: "text/csv;charset=utf-8" }), fileName(`-${view.name}.csv`));
}

/** The rows as CSV that a spreadsheet opens without running anything: no cell begins as a formula does.
 * @param {string[]} columns @param {Row[]} rows */
export function csv(columns, rows) {
  const comma = data.language === "sv" ? ";" : ",";
  /** @param {string|number} value */
  const cell = (value) => {
    if (typeof value === "number") return String(value);
    const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /["\n\r;,]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return [columns, ...rows.map((row) => row.cells)].map((line) => line.map(cell).join(comma)).join("\r\n") + "\r\n";
}
