// The drawn network: vis-network with the positions that came with the data, and our own names.
import { data, element, lineName, say, things } from "./data.js";
import { drawLabels } from "./labels.js";

/** @typedef {import("./data.js").View} View @typedef {import("./labels.js").Box} Box */

/** @typedef {{show: (shown: {nodes: Set<string>, edges: Map<string, string[]>}) => void, select: (id: string) => void, fit: () => void,
 *   zoom: (factor: number) => void, move: (x: number, y: number) => void, focus: (id: string) => void, where: (id: string) => {x: number, y: number},
 *   labels: () => Box[], canvas: () => HTMLCanvasElement, close: () => void}} Drawn */

const TOOLTIP_DELAY = 120;
const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  interaction: { hover: true, tooltipDelay: TOOLTIP_DELAY, dragNodes: true, selectConnectedEdges: false, zoomSpeed: 0.6 },
  nodes: { borderWidth: 1.5, borderWidthSelected: 3 },
  edges: { smooth: false, selectionWidth: 2, hoverWidth: 1, arrows: { to: { scaleFactor: 0.55 } }, arrowStrikethrough: false },
};

/** How wide a line is for the number that it stands for. @param {number} weight */
export function lineWidth(weight) {
  return Math.min(9, 0.2 + 1.4 * Math.max(1, weight));
}

/** Draws a view; `chosen` is told the node or line that is pressed, or "" for the empty ground.
 * @param {View} view @param {(id: string) => void} chosen @returns {Drawn} */
export function draw(view, chosen) {
  const vis = /** @type {any} */ (globalThis).vis;
  const ground = element("picture");
  const nodeOf = new Map(view.nodes.map((node) => [node.id, node]));
  const lines = view.edges.filter((edge) => nodeOf.has(edge.from) && nodeOf.has(edge.to));
  const edgeOf = new Map(lines.map((edge) => [edge.id, edge]));
  /** The things at the other ends of each thing's lines. @type {Map<string, string[]>} */
  const others = new Map();
  for (const edge of lines) {
    others.set(edge.from, [...(others.get(edge.from) ?? []), edge.to]);
    others.set(edge.to, [...(others.get(edge.to) ?? []), edge.from]);
  }
  /** How many lines stood between the same two things before this one. @type {Map<string, number>} */
  const twins = new Map();
  // The places lie across; a ground that stands upright gets them turned. The names are ours to draw, so vis gets the nodes without them.
  const upright = ground.clientHeight > 1.1 * ground.clientWidth;
  const nodes = new vis.DataSet(view.nodes.map(({ label, x, y, ...node }) => ({ ...node, ...(upright ? { x: y, y: x } : { x, y }), title: label, chosen: false })));
  const edges = new vis.DataSet(lines.map((edge) => ({ ...edge, title: lineTitle(edge.id, edge.projects), smooth: bow(edge, twins), chosen: false })));
  const network = new vis.Network(ground, { nodes, edges }, OPTIONS);
  /** @type {Set<string>} */
  let shownNodes = new Set(view.nodes.map((node) => node.id));
  /** The projects that carry each shown line. @type {Map<string, string[]>} */
  let carrying = new Map();
  /** @type {Set<string>} */
  let near = new Set();
  let selected = "";
  let hovered = "";
  /** @type {Box[]} */
  let boxes = [];

  /** @param {string} id @param {string[]} projects */
  function lineTitle(id, projects) {
    const edge = edgeOf.get(id);
    if (!edge) return "";
    const names = projects.slice(0, 6).map(lineName);
    if (projects.length > 6) names.push("…");
    const joint = view.name === "projects" ? ` ${say(`line.${edge.kind}`)} ` : jointOf(edge);
    return [`${lineName(edge.from)}${joint}${lineName(edge.to)}`, ...(edge.amount ? [edge.amount] : []), ...(view.name === "projects" ? [] : names)].join("\n");
  }

  /** Moves and zooms so that these nodes fill the frame. @param {string[]} ids @param {number} [closest] */
  function frameAll(ids, closest = 1.25) {
    if (!ids.length) return;
    const places = Object.values(network.getPositions(ids));
    const [left, right] = [Math.min(...places.map((place) => place.x)), Math.max(...places.map((place) => place.x))];
    const [top, bottom] = [Math.min(...places.map((place) => place.y)), Math.max(...places.map((place) => place.y))];
    // Names have one size whatever the zoom, so their room is taken from the frame.
    const across = Math.max(80, ground.clientWidth - Math.min(150, ground.clientWidth / 4)) / Math.max(1, right - left);
    const down = Math.max(80, ground.clientHeight - 56) / Math.max(1, bottom - top);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(closest, across, down) });
  }

  /** Gives each line the width that its projects ask for, and more where the picture is small, so that none fades away. */
  function thicken() {
    const more = Math.min(2.5, Math.max(1, 0.8 / network.getScale()));
    edges.update(lines.map((edge) => ({ id: edge.id, width: more * (lineWidth(view.name === "projects" ? 1 : (carrying.get(edge.id)?.length ?? 1)) + (edge.id === selected ? 3 : 0)) })));
  }

  network.on("click", (/** @type {any} */ event) => chosen(event.nodes[0] ?? event.edges[0] ?? ""));
  network.on("hoverNode", (/** @type {any} */ event) => { hovered = event.node; ground.style.cursor = "pointer"; });
  network.on("blurNode", () => { hovered = ""; ground.style.cursor = ""; });
  network.on("hoverEdge", () => { ground.style.cursor = "pointer"; });
  network.on("blurEdge", () => { ground.style.cursor = ""; });
  ground.onmouseleave = () => setTimeout(() => {
    const told = /** @type {HTMLElement|null} */ (ground.querySelector(".vis-tooltip"));
    if (told && !ground.matches(":hover")) told.style.visibility = "hidden";
  }, TOOLTIP_DELAY + 60);
  network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
    const frame = { width: ground.clientWidth, height: ground.clientHeight };
    const scale = network.getScale();
    const ratio = context.canvas.width / frame.width;
    const places = network.getPositions([...shownNodes]);
    const spots = new Map([...shownNodes].map((id) => [id, network.canvasToDOM(places[id])]));
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    boxes = drawLabels(
      context,
      [...shownNodes].map((id) => {
        const node = /** @type {import("./data.js").Node} */ (nodeOf.get(id));
        const spot = /** @type {{x: number, y: number}} */ (spots.get(id));
        return {
          id, name: node.label, x: spot.x, y: spot.y, size: node.size * scale, ends: (others.get(id) ?? []).flatMap((other) => spots.get(other) ?? []),
          rank: node.rank + (view.name === "projects" && things.get(id)?.kind === "project" ? 1000 : 0),
          strong: id === selected || id === hovered, near: near.has(id), faint: near.size > 0 && !near.has(id) && id !== hovered,
        };
      }),
      frame,
    );
    context.restore();
    ground.dataset.labels = String(boxes.length);
  });

  return {
    show(shown) {
      shownNodes = new Set([...shown.nodes].filter((id) => nodeOf.has(id)));
      nodes.update(view.nodes.map((node) => ({ id: node.id, hidden: !shownNodes.has(node.id) })));
      carrying = shown.edges;
      edges.update(lines.map((edge) => ({ id: edge.id, hidden: !carrying.has(edge.id), title: lineTitle(edge.id, carrying.get(edge.id) ?? []) })));
      thicken();
    },
    select(id) {
      selected = id;
      const touching = lines.filter((edge) => edge.id === id || edge.from === id || edge.to === id);
      near = id && touching.length ? new Set([id, ...touching.flatMap((edge) => [edge.from, edge.to])]) : new Set();
      const kept = new Set(touching.map((edge) => edge.id));
      nodes.update(view.nodes.map((node) => ({ id: node.id, opacity: near.size && !near.has(node.id) ? 0.28 : 1, borderWidth: node.id === id ? 4 : 1.5 })));
      edges.update(lines.map((edge) => ({ id: edge.id, color: { color: edge.color.color, hover: edge.color.color, highlight: edge.color.color, opacity: near.size && !kept.has(edge.id) ? 0.14 : edge.id === id ? 1 : 0.72 } })));
      thicken();
      network.setSelection({ nodes: nodeOf.has(id) ? [id] : [], edges: edgeOf.has(id) ? [id] : [] }, { highlightEdges: false });
      network.redraw();
    },
    fit() {
      frameAll([...shownNodes]);
      thicken();
    },
    zoom(factor) {
      network.moveTo({ scale: Math.min(4, Math.max(0.05, network.getScale() * factor)) });
    },
    move(x, y) {
      const scale = network.getScale();
      const middle = network.getViewPosition();
      network.moveTo({ position: { x: middle.x + x / scale, y: middle.y + y / scale } });
    },
    focus(id) {
      const edge = edgeOf.get(id);
      if (!edge && !shownNodes.has(id)) return;
      frameAll([...near].filter((other) => shownNodes.has(other)), 0.9);
    },
    where(id) {
      const edge = edgeOf.get(id);
      const places = Object.values(network.getPositions(edge ? [edge.from, edge.to] : [id]));
      const [from, to] = [places[0], places.at(-1)].map((place) => network.canvasToDOM(place));
      const spots = [0.35, 0.65, 0.5, 0.25, 0.75, 0.2, 0.8].map((share) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }));
      const spot = (edge && spots.find((spot) => !network.getNodeAt(spot) && network.getEdgeAt(spot) === id)) || spots[0];
      const frame = ground.getBoundingClientRect();
      return { x: frame.left + spot.x, y: frame.top + spot.y };
    },
    labels: () => boxes,
    canvas: () => /** @type {HTMLCanvasElement} */ (ground.querySelector("canvas")),
    close: () => network.destroy(),
  };
}

/** What stands between the names of a line's ends. @param {import("./data.js").Edge} edge */
export function jointOf(edge) {
  return edge.kind === "funds" ? " → " : " – ";
}

/** The first line between two things is straight, further ones bow out. @param {import("./data.js").Edge} edge @param {Map<string, number>} twins */
function bow(edge, twins) {
  const pair = [edge.from, edge.to].sort().join(" ");
  const before = twins.get(pair) ?? 0;
  twins.set(pair, before + 1);
  return before ? { enabled: true, type: before % 2 ? "curvedCW" : "curvedCCW", roundness: 0.18 } : false;
}

/** A file for the user to keep, made without asking anybody. @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A file name from the map's title. @param {string} ending */
export function fileName(ending) {
  const plain = data.title.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${plain.slice(0, 60) || "graphkit"}${ending}`;
}
