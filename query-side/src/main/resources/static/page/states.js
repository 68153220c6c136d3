// The states that a build is shown in. Each has a shape and a word of its own, so that none is told by its colour alone.

/** In the order in which they ask for a person. */
export const STATES = [
  { id: "failed", label: "failed", path: "M4.5 4.5l7 7M11.5 4.5l-7 7" },
  { id: "blocked", label: "blocked", path: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2M4 12L12 4" },
  { id: "building", label: "building", path: "M8 2.2a5.8 5.8 0 1 1-5.8 5.8M8 5v3.2l2 1.6" },
  { id: "waiting", label: "waiting", path: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2" },
  { id: "done", label: "done", path: "M3 8.6l3.4 3.4L13 4.6" },
  { id: "canceled", label: "canceled", path: "M3 8h10" },
];

const RANKS = new Map(STATES.map((state, rank) => [state.id, rank]));

export const rank = (state) => RANKS.get(state);

/** Of a node of the API. One that failed because of another is blocked by it. */
export function stateOf(node) {
  switch (node.state) {
    case "BUILD":
      return "building";
    case "DONE":
      return "done";
    case "FAILED":
      return node.ended?.code === "DEPENDENCY_FAILED" ? "blocked" : "failed";
    case "CANCELED":
      return node.ended?.code === "DEPENDENCY_FAILED" ? "blocked" : "canceled";
    default:
      return "waiting";
  }
}

const SVG = "http://www.w3.org/2000/svg";
const drawn = new Map();

/** The shape of a state, for the eye; words stand beside it. */
export function icon(state) {
  if (!drawn.has(state)) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("class", `icon ${state}`);
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", STATES[rank(state)].path);
    svg.append(path);
    drawn.set(state, svg);
  }
  return drawn.get(state).cloneNode(true);
}
