// The drawn network: vis-network with the positions that came with the data, and our own names.
import { data, element, lineName, say, things } from "./data.js";
import { drawLabels } from "./labels.js";

/** @typedef {import("./data.js").View} View @typedef {import("./labels.js").Box} Box */

/** @typedef {{show: (shown: {nodes: Set<string>, edges: Map<string, string[]>}) => void, select: (id: string) => void, fit: () => void,
 *   zoom: (factor: number) => void, move: (x: number, y: number) => void, focus: (id: string) => void, where: (id: string) => {x: number, y: number},
 *   labels: () => Box[], folded: () => number, canvas: () => HTMLCanvasElement, close: () => void}} Drawn */

const TOOLTIP_DELAY = 120;
/** How much longer one side of the layout may be made so that it fills its frame. */
const STRETCH = 1.7;
const CLOSEST = 1.25;
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
  // The places lie across; a ground that stands upright gets them turned, and they are drawn out to fill it. The names are ours to draw, so vis gets the nodes without them.
  const upright = ground.clientHeight > 1.1 * ground.clientWidth;
  const turned = view.nodes.map((node) => (upright ? { ...node, x: node.y, y: node.x } : node));
  const stretch = drawnOut(turned.filter((node) => !node.leaf));
  const nodes = new vis.DataSet(turned.map(({ label, ...node }) => ({ ...node, x: node.x * stretch.x, y: node.y * stretch.y, title: label, chosen: false })));
  const edges = new vis.DataSet(lines.map((edge) => ({ ...edge, title: lineTitle(edge.id, edge.projects), smooth: bow(edge, twins), chosen: false })));
  const network = new vis.Network(ground, { nodes, edges }, OPTIONS);
  /** @type {Set<string>} */
  let shownNodes = new Set(view.nodes.map((node) => node.id));
  /** What belongs to a single project of a large view, and is shown now. @type {Set<string>} */
  let opened = new Set();
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

  /** The room for nodes: names have one size whatever the zoom, so theirs is taken from the frame. */
  function room() {
    return { across: Math.max(80, ground.clientWidth - Math.min(150, ground.clientWidth / 4)), down: Math.max(80, ground.clientHeight - 56) };
  }

  /** How much to draw the places out across or down, so that no part of the frame stays empty. @param {{x: number, y: number}[]} places */
  function drawnOut(places) {
    const [xs, ys] = [places.map((place) => place.x), places.map((place) => place.y)];
    const { across, down } = room();
    const [x, y] = [across / Math.max(1, Math.max(...xs) - Math.min(...xs)), down / Math.max(1, Math.max(...ys) - Math.min(...ys))];
    if (!places.length || Math.min(x, y) >= CLOSEST) return { x: 1, y: 1 };
    const longer = Math.min(STRETCH, Math.min(Math.max(x, y), CLOSEST) / Math.min(x, y));
    return x > y ? { x: longer, y: 1 } : { x: 1, y: longer };
  }

  /** The nodes that stand in the picture now. */
  function standing() {
    return [...shownNodes].filter((id) => !nodeOf.get(id)?.leaf || opened.has(id));
  }

  /** Shows what is asked for; of what belongs to a single project only that of the chosen one, unless there is little to show. */
  function unfold() {
    const round = selected ? [selected, ...(edgeOf.has(selected) ? [edgeOf.get(selected)?.from, edgeOf.get(selected)?.to] : (others.get(selected) ?? []))] : [];
    opened = new Set(shownNodes.size <= (view.few ?? Infinity) ? shownNodes : round.flatMap((id) => (id && nodeOf.get(id)?.leaf ? [id] : [])));
    const there = new Set(standing());
    nodes.update(view.nodes.map((node) => ({ id: node.id, hidden: !there.has(node.id) })));
    edges.update(lines.map((edge) => ({ id: edge.id, hidden: !carrying.has(edge.id) || !there.has(edge.from) || !there.has(edge.to) })));
  }

  /** Moves and zooms so that these nodes fill the frame. @param {string[]} ids @param {number} [closest] */
  function frameAll(ids, closest = CLOSEST) {
    if (!ids.length) return;
    const places = Object.values(network.getPositions(ids));
    const [left, right] = [Math.min(...places.map((place) => place.x)), Math.max(...places.map((place) => place.x))];
    const [top, bottom] = [Math.min(...places.map((place) => place.y)), Math.max(...places.map((place) => place.y))];
    const { across, down } = room();
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(closest, across / Math.max(1, right - left), down / Math.max(1, bottom - top)) });
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
    const seen = standing();
    const places = network.getPositions(seen);
    const spots = new Map(seen.map((id) => [id, network.canvasToDOM(places[id])]));
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    boxes = drawLabels(
      context,
      seen.map((id) => {
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
      carrying = shown.edges;
      edges.update(lines.map((edge) => ({ id: edge.id, title: lineTitle(edge.id, carrying.get(edge.id) ?? []) })));
      unfold();
      thicken();
    },
    select(id) {
      selected = id;
      unfold();
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
      frameAll(standing());
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
    folded: () => shownNodes.size - standing().length,
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
