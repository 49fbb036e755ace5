// The search box: a name, or a part of one, leads to its thing.
import { collator, data, element, icon, lookOf, make, say, typeOf } from "./data.js";

/** Letters without case and accents, as a search compares them. @param {string} text */
export function plain(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

const INDEX = data.things.map((thing) => ({ thing, names: [thing.name, ...(thing.also ?? [])].map(plain) }));

/** The things that fit, those that begin so first. @param {string} query */
export function search(query) {
  const wanted = plain(query.trim());
  if (!wanted) return [];
  return INDEX.map(({ thing, names }) => ({
    thing,
    score: Math.min(...names.map((name) => (name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 9))),
  }))
    .filter((hit) => hit.score < 9)
    .sort((one, other) => one.score - other.score || collator.compare(one.thing.name, other.thing.name))
    .slice(0, 12)
    .map((hit) => hit.thing);
}

/** Makes the search box work; `choose` is told the thing's id. @param {(id: string) => void} choose */
export function startSearch(choose) {
  const input = /** @type {HTMLInputElement} */ (element("search"));
  const hits = element("hits");
  let active = -1;

  function close() {
    hits.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  function mark(index) {
    const options = [...hits.querySelectorAll("[role=option]")];
    active = options.length ? (index + options.length) % options.length : -1;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }
  }

  /** @param {string} id */
  function take(id) {
    close();
    input.value = "";
    choose(id);
  }

  input.addEventListener("input", () => {
    const found = search(input.value);
    if (!input.value.trim()) return close();
    hits.replaceChildren(
      ...found.map((thing, i) => {
        const option = make("li", "", { role: "option", id: `hit-${i}`, "aria-selected": "false", "data-id": thing.id });
        option.append(icon(lookOf(thing.kind, thing.type)), make("span", thing.name, { dir: "auto" }), make("span", typeOf(thing), { class: "small" }));
        option.addEventListener("mousedown", (event) => event.preventDefault());
        option.addEventListener("click", () => take(thing.id));
        return option;
      }),
    );
    if (!found.length) hits.append(make("li", say("search.none", { q: input.value.trim() }), { class: "none" }));
    hits.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark(0);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(active + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const option = hits.querySelectorAll("[role=option]")[active];
      if (option) take(String(option.getAttribute("data-id")));
    } else if (event.key === "Escape") {
      close();
    }
  });
  input.addEventListener("blur", close);
}
