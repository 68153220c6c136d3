// The lines between the chips: what is built on what.

/** Beyond so many, lines say nothing any more: then only those of the chosen build are drawn. */
const MOST_LINES = 160;
const MOST_CHIPS = 200;

/** On less pixels chips stand in one column, and lines would run through them. */
const NARROW = 640;

const SVG = "http://www.w3.org/2000/svg";

export class Lines {
  constructor(place) {
    this.place = place;
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("class", "lines");
    this.svg.setAttribute("aria-hidden", "true");
  }

  /** `places` has the chip of each build that is shown; `chosen` is the build whose lines are strong, or nothing. */
  draw(places, chips, chosen) {
    if (chips > MOST_CHIPS && !chosen) return this.svg.replaceChildren();
    const home = this.place.getBoundingClientRect();
    const pairs = home.width < NARROW ? [] : pairsOf(places, chips, chosen);
    const drawn = pairs.length > MOST_LINES ? pairs.filter((pair) => pair.strong) : pairs;
    drawn.sort((one, other) => one.strong - other.strong);
    const boxes = new Map();
    const box = (chip) => {
      if (!boxes.has(chip)) boxes.set(chip, boxOf(chip));
      return boxes.get(chip);
    };
    this.svg.replaceChildren(...drawn.map(({ from, to, strong }) => line(box(from), box(to), home, strong)));
  }
}

/**
 * Where a chip is. Of one in a layer that is not laid out, because nobody sees it, the layer: to ask for more would have all of it
 * laid out, for a line that nobody sees either.
 */
function boxOf(chip) {
  const list = chip.parentElement;
  const laidOut = list.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
  return (laidOut ? chip : list.parentElement).getBoundingClientRect();
}

/** Each pair of chips once, however many builds they stand for. */
function pairsOf(places, chips, chosen) {
  const pairs = new Map();
  for (const node of chips <= MOST_CHIPS ? places.keys() : [chosen, ...chosen.children]) {
    const to = places.get(node);
    if (!to) continue;
    for (const parent of node.parents) {
      const from = places.get(parent);
      if (!from || from === to) continue;
      const id = `${from.dataset.key}>${to.dataset.key}`;
      const strong = node === chosen || parent === chosen;
      if (!pairs.has(id)) pairs.set(id, { from, to, strong });
      else if (strong) pairs.get(id).strong = true;
    }
  }
  return [...pairs.values()];
}

function line(from, to, home, strong) {
  const path = document.createElementNS(SVG, "path");
  const [x1, y1] = [from.left + from.width / 2 - home.left, from.bottom - home.top];
  const [x2, y2] = [to.left + to.width / 2 - home.left, to.top - home.top];
  const bend = Math.max(14, (y2 - y1) / 2);
  path.setAttribute("d", `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`);
  path.setAttribute("class", strong ? "line strong" : "line");
  return path;
}
