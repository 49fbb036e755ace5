// Names beside the nodes, drawn at one size whatever the zoom; a name that would cover another stays away until there is room.

/** @typedef {{id: string, name: string, x: number, y: number, size: number, rank: number, ends: {x: number, y: number}[], strong: boolean, near: boolean, faint: boolean}} Labelled
 * @typedef {{id: string, left: number, top: number, right: number, bottom: number, faint?: boolean}} Box */

const LINE = 15;
const WIDTH = 26;
/** So many of the best connected get a name at some distance where there is no room beside them, and so far away at most; the very first at twice that. */
const FIRST = 12;
const VERY_FIRST = 4;
const FARTHEST = 76;

/** A name on at most two lines, cut with «…». @param {string} name @param {boolean} whole @returns {string[]} */
export function wrapped(name, whole) {
  /** @type {string[]} */
  const lines = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + 1 + word.length <= WIDTH)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (whole) return lines;
  const kept = lines.slice(0, 2).map((line) => (line.length > WIDTH + 6 ? `${line.slice(0, WIDTH + 5)}…` : line));
  if (lines.length > 2) kept[1] = `${kept[1].replace(/…$/, "")} …`;
  return kept;
}

/** Draws the names in order of rank and gives the boxes that they took.
 * @param {CanvasRenderingContext2D} context @param {Labelled[]} nodes @param {{width: number, height: number}} frame @returns {Box[]} */
export function drawLabels(context, nodes, frame) {
  const seen = nodes.filter((node) => node.x > -40 && node.y > -40 && node.x < frame.width + 40 && node.y < frame.height + 40);
  /** @type {Box[]} */
  const dots = seen.map((node) => ({ id: node.id, faint: node.faint, left: node.x - node.size, top: node.y - node.size, right: node.x + node.size, bottom: node.y + node.size }));
  /** @type {Box[]} */
  const taken = [];
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const node of [...seen].sort((one, other) => Number(other.strong) - Number(one.strong) || Number(other.near) - Number(one.near) || one.rank - other.rank)) {
    const lines = wrapped(node.name, node.strong);
    context.font = `${node.strong || (node.rank < 8 && !node.faint) ? "600 " : ""}12.5px system-ui, sans-serif`;
    const width = Math.max(...lines.map((line) => context.measureText(line).width));
    const box = place(node, width, lines.length * LINE, dots, taken, frame);
    if (!box) continue;
    taken.push(box);
    const middle = (box.left + box.right) / 2;
    lead(context, node, box);
    context.textAlign = "center";
    lines.forEach((line, i) => {
      const y = box.top + LINE * (i + 0.5);
      context.strokeStyle = "rgba(255,255,255,0.92)";
      context.lineWidth = 4;
      context.strokeText(line, middle, y);
      context.fillStyle = node.faint ? "#8b959f" : "#1b2229";
      context.fillText(line, middle, y);
    });
  }
  return taken;
}

/** A free place for a name, the one that fewest of the node's own lines run through. @param {Labelled} node @param {number} width @param {number} height
 * @param {Box[]} dots @param {Box[]} taken @param {{width: number, height: number}} frame @returns {Box|null} */
function place(node, width, height, dots, taken, frame) {
  const gap = node.size + 4;
  /** What the name must not stand on: a chosen thing's names may cover what has faded. */
  const solid = dots.filter((dot) => dot.id !== node.id && !(node.near && dot.faint));
  /** @type {[number, number][]} */
  const spots = [
    [node.x + gap, node.y - height / 2],
    [node.x - width / 2, node.y + gap - 1],
    [node.x - gap - width, node.y - height / 2],
    [node.x - width / 2, node.y - gap - height + 1],
    [node.x + gap * 0.7, node.y + gap * 0.6],
    [node.x + gap * 0.7, node.y - gap * 0.6 - height],
    [node.x - gap * 0.7 - width, node.y + gap * 0.6],
    [node.x - gap * 0.7 - width, node.y - gap * 0.6 - height],
  ];
  /** @type {Box|null} */
  let best = null;
  let least = Infinity;
  for (const [left, top] of spots) {
    const box = { id: node.id, left, top, right: left + width, bottom: top + height };
    const inside = box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height;
    if (!inside || solid.some((dot) => overlap(box, dot)) || taken.some((other) => overlap(box, other))) continue;
    const crossed = node.ends.filter((end) => crosses(node, end, box)).length;
    if (crossed < least) [best, least] = [box, crossed];
    if (!least) break;
  }
  if (!best && !node.faint && (node.strong || node.near || node.rank < FIRST)) best = farther(node, width, height, solid, taken, frame);
  return best ?? (node.strong ? { id: node.id, left: spots[0][0], top: spots[0][1], right: spots[0][0] + width, bottom: spots[0][1] + height } : null);
}

/** The nearest free place at some distance, where the crowd round a node leaves none beside it. @param {Labelled} node @param {number} width @param {number} height
 * @param {Box[]} solid @param {Box[]} taken @param {{width: number, height: number}} frame @returns {Box|null} */
function farther(node, width, height, solid, taken, frame) {
  for (let reach = node.size + 14; reach <= node.size + FARTHEST * (node.strong || node.rank < VERY_FIRST ? 2 : 1); reach += 10) {
    for (let turn = 0; turn < 24; turn += 1) {
      const angle = (turn * Math.PI) / 12;
      const [x, y] = [node.x + reach * Math.cos(angle), node.y + reach * Math.sin(angle)];
      const left = x - width / 2 + (Math.cos(angle) * width) / 2;
      const top = y - height / 2 + (Math.sin(angle) * height) / 2;
      const box = { id: node.id, left, top, right: left + width, bottom: top + height };
      const inside = box.left >= 0 && box.top >= 0 && box.right <= frame.width && box.bottom <= frame.height;
      if (inside && !solid.some((dot) => overlap(box, dot)) && !taken.some((other) => overlap(box, other))) return box;
    }
  }
  return null;
}

/** A thin line from a node to a name that stands apart from it. @param {CanvasRenderingContext2D} context @param {Labelled} node @param {Box} box */
function lead(context, node, box) {
  const x = Math.min(Math.max(node.x, box.left), box.right);
  const y = Math.min(Math.max(node.y, box.top), box.bottom);
  if (Math.hypot(x - node.x, y - node.y) < node.size + 12) return;
  context.beginPath();
  context.moveTo(node.x, node.y);
  context.lineTo(x, y);
  for (const [colour, width] of /** @type {[string, number][]} */ ([["rgba(255,255,255,0.9)", 3], ["#7d8893", 1]])) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}

/** Whether a node's line runs through a box beside it. @param {{x: number, y: number}} from @param {{x: number, y: number}} to @param {Box} box */
function crosses(from, to, box) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  for (let along = 8; along < Math.min(length, 150); along += 8) {
    const x = from.x + ((to.x - from.x) * along) / length;
    const y = from.y + ((to.y - from.y) * along) / length;
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
  }
  return false;
}

/** @param {Box} one @param {Box} other */
export function overlap(one, other) {
  return one.left < other.right + 2 && one.right + 2 > other.left && one.top < other.bottom + 1 && one.bottom + 1 > other.top;
}
