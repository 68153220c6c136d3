// Draws the graph: a band for each layer, chips for builds, lines for what is built on what.
import { count, el } from "./base.js";
import { Lines } from "./lines.js";
import { icon } from "./states.js";

/** Chips of one layer that are drawn at first; more on request, so that no rebuild is too large to be drawn. */
const WINDOW = 240;

/** A layer with more chips is laid out only where it is to be seen. */
const LARGE = 60;

export class GraphView {
  constructor(place, { chosen }) {
    this.lines = new Lines(place);
    this.bands = el("div", { class: "bands" });
    place.replaceChildren(this.lines.svg, this.bands);
    Object.assign(this, { chosen, chips: new Map(), places: new Map(), shown: new Map(), open: new Set(), filter: null, selected: null, marked: [] });
    this.bands.addEventListener("click", (click) => this.click(click.target.closest("button")));
    this.bands.addEventListener("keydown", (key) => this.move(key));
    this.bands.addEventListener("contentvisibilityautostatechange", () => this.drawLines());
    new ResizeObserver(() => this.drawLines()).observe(this.bands);
  }

  show(model) {
    this.model = model;
    const focused = this.bands.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    this.layers = model.layers(this.open, this.filter);
    const bands = this.layers.map((items, layer) => this.band(items, layer)).filter(Boolean);
    arrange(this.bands, bands);
    this.forgetGone();
    this.keepOneTabStop();
    if (focused && document.activeElement?.dataset?.key !== focused) this.chips.get(focused)?.focus({ preventScroll: true });
    this.mark();
  }

  band(items, layer) {
    if (items.length === 0) return null;
    const state = this.shown.get(layer) ?? this.newBand(layer);
    const visible = items.slice(0, state.window);
    const chips = visible.map((item) => this.chip(item, layer));
    if (items.length > visible.length) chips.push(this.more(layer, items.length - visible.length));
    arrange(state.list, chips);
    state.band.classList.toggle("large", visible.length > LARGE);
    const builds = items.reduce((sum, item) => sum + (item.open ? 0 : item.members.length), 0);
    state.count.textContent = count(builds, "build");
    return state.band;
  }

  newBand(layer) {
    const list = el("div", { class: "chips", role: "group", "aria-label": `Step ${layer + 1}` });
    const number = el("span", { class: "count" });
    const head = el("h3", {}, `Step ${layer + 1} `, number);
    const band = el("section", { class: "band" }, head, list);
    this.shown.set(layer, { band, list, count: number, window: WINDOW });
    return this.shown.get(layer);
  }

  more(layer, rest) {
    return el("button", { class: "more", type: "button", "data-more": layer }, `Show ${Math.min(rest, WINDOW)} of ${count(rest, "more build")}`);
  }

  chip(item, layer) {
    const key = item.node ? item.key : `${item.key}/fold`;
    let chip = this.chips.get(key);
    if (!chip) {
      chip = el("button", { class: "chip", type: "button", "data-key": key, tabindex: "-1" });
      this.chips.set(key, chip);
    }
    chip.item = item;
    chip.layer = layer;
    const text = item.node ? this.textOfNode(item.node) : textOfFold(item);
    if (chip.title !== text) {
      const status = item.members[0].status;
      chip.title = text;
      chip.className = `chip ${status}${item.node ? "" : " fold"}`;
      if (item.node) chip.setAttribute("aria-pressed", "false");
      else chip.setAttribute("aria-expanded", String(item.open));
      const [name, note] = text.split(`, ${status}`);
      chip.replaceChildren(icon(status), el("span", { class: "name" }, name), el("span", { class: "sr" }, `, ${status}`));
      if (note) chip.append(el("span", { class: "note" }, note.replace(", ", " ")));
    }
    return chip;
  }

  textOfNode(node) {
    const blocks = this.model.blocking.get(node)?.length ?? 0;
    const stream = node.type === "MODULE" && node.stream ? `:${node.stream}` : "";
    return `${node.name}${stream}, ${node.status}${blocks > 0 ? `, blocks ${blocks}` : ""}`;
  }

  forgetGone() {
    const keep = new Set(this.bands.querySelectorAll(".chip"));
    for (const [key, chip] of this.chips) if (!keep.has(chip)) this.chips.delete(key);
    this.places = new Map();
    for (const chip of keep) if (!chip.item.open) for (const node of chip.item.members) this.places.set(node, chip);
  }

  click(button) {
    if (!button) return;
    if (button.dataset.more !== undefined) return this.showMore(Number(button.dataset.more));
    this.stopAt(button);
    const { item } = button;
    if (item.node) return this.chosen(item.node);
    if (item.open) this.open.delete(item.key);
    else this.open.add(item.key);
    this.show(this.model);
  }

  showMore(layer) {
    const state = this.shown.get(layer);
    const first = state.window;
    state.window += WINDOW;
    this.show(this.model);
    state.list.children[first]?.focus();
  }

  /** Unfolds and widens until a build is to be seen. */
  reveal(node) {
    if (!this.chips.has(node.key)) {
      this.filter = null;
      const layer = this.model.layers(this.open).at(node.layer);
      const fold = layer.find((item) => !item.node && item.members.includes(node));
      if (fold) this.open.add(fold.key);
      const items = this.model.layers(this.open).at(node.layer);
      const place = items.findIndex((item) => item.node === node);
      const state = this.shown.get(node.layer) ?? this.newBand(node.layer);
      if (place >= state.window) state.window = place + WINDOW;
      this.show(this.model);
    }
    const chip = this.chips.get(node.key);
    this.stopAt(chip);
    return chip;
  }

  select(node) {
    this.selected = node;
    this.mark();
  }

  /** Arrow keys go from chip to chip; the page has one tab stop for all of them. */
  move(key) {
    const chip = key.target.closest(".chip");
    if (!chip || key.altKey || key.ctrlKey || key.metaKey) return;
    const next = this.neighbour(chip, key.key);
    if (!next) return;
    key.preventDefault();
    this.stopAt(next);
    next.focus();
  }

  neighbour(chip, key) {
    const all = [...chip.parentElement.querySelectorAll(".chip")];
    const place = all.indexOf(chip);
    switch (key) {
      case "ArrowRight":
        return all[place + 1];
      case "ArrowLeft":
        return all[place - 1];
      case "Home":
        return all[0];
      case "End":
        return all.at(-1);
      case "ArrowDown":
        return this.across(chip, all, 1);
      case "ArrowUp":
        return this.across(chip, all, -1);
      default:
        return null;
    }
  }

  /** The nearest chip in the next row, of this layer or of another. */
  across(chip, own, way) {
    const box = chip.getBoundingClientRect();
    const layers = [...this.bands.children];
    const next = layers[layers.indexOf(chip.closest(".band")) + way];
    const others = next ? [...next.querySelectorAll(".chip")] : [];
    let best = null;
    let least = Infinity;
    for (const other of [...own, ...others]) {
      const place = other.getBoundingClientRect();
      const down = (place.top - box.top) * way;
      if (down < 4) continue;
      const distance = down * 3 + Math.abs(place.left - box.left);
      if (distance < least) [best, least] = [other, distance];
    }
    return best;
  }

  stopAt(chip) {
    if (this.stop) this.stop.tabIndex = -1;
    this.stop = chip;
    chip.tabIndex = 0;
  }

  keepOneTabStop() {
    if (this.stop?.isConnected) return;
    const first = this.bands.querySelector(".chip");
    if (first) this.stopAt(first);
  }

  /** Shows what the chosen build is built on, and what is built on it. */
  mark() {
    for (const chip of this.marked) {
      chip.classList.remove("selected", "near");
      if (chip.item.node) chip.setAttribute("aria-pressed", "false");
    }
    const node = this.selected && this.model.byKey.get(this.selected.key);
    const near = node ? [...node.parents, ...node.children].map((other) => this.places.get(other)).filter(Boolean) : [];
    for (const chip of near) chip.classList.add("near");
    const own = node && this.chips.get(node.key);
    own?.classList.add("selected");
    own?.setAttribute("aria-pressed", "true");
    this.marked = own ? [own, ...near] : near;
    this.drawLines();
  }

  drawLines() {
    if (!this.layers) return;
    cancelAnimationFrame(this.drawing);
    this.drawing = requestAnimationFrame(() => this.lines.draw(this.places, this.chips.size, this.selected && this.model.byKey.get(this.selected.key)));
  }
}

function textOfFold({ members, open }) {
  const { status, type } = members[0];
  return `${count(members.length, type === "IMAGE" ? "image" : "module")} ${open ? "opened" : "alike"}, ${status}`;
}

/** Makes these the children of a place. Only what comes, goes or moves is touched: the rest need not be laid out anew. */
function arrange(place, wanted) {
  const staying = new Set(wanted);
  for (const child of [...place.children]) if (!staying.has(child)) child.remove();
  let next = place.firstElementChild;
  for (const child of wanted) {
    if (next && next !== child && next.nextElementSibling === child) {
      next.remove(); // it has moved down, and comes again
      next = child;
    }
    if (next === child) next = child.nextElementSibling;
    else place.insertBefore(child, next);
  }
}
