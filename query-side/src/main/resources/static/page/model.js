// The rebuild of one Event as a graph: layers, what blocks what, and equal siblings folded into one.
import { rank, stateOf } from "./states.js";

/** Siblings fewer than this stand for themselves. */
const FOLD_FROM = 5;

/** Reasons that name the package whose update began it. */
const UPDATES = new Set(["RPM_UPDATED", "ADVISORY_FIXES", "REQUIREMENT_UPDATED"]);

export class Model {
  constructor(graph) {
    this.declined = graph.declined;
    this.composes = new Map(graph.composes.map((compose) => [compose.id, compose]));
    this.nodes = graph.nodes.map((node, index) => ({
      ...node,
      key: node.id === null ? `p${index}` : `b${node.id}`,
      status: stateOf(node),
      parents: [],
      children: [],
      layer: 0,
    }));
    this.byId = new Map(this.nodes.filter((node) => node.id !== null).map((node) => [node.id, node]));
    this.byKey = new Map(this.nodes.map((node) => [node.key, node]));
    for (const { from, to } of graph.edges) {
      const [parent, child] = [this.byId.get(from), this.byId.get(to)];
      child.parents.push(parent);
      parent.children.push(child);
    }
    for (const node of this.nodes) {
      // parents stand before their children
      for (const parent of node.parents) node.layer = Math.max(node.layer, parent.layer + 1);
    }
    this.depth = this.nodes.reduce((deepest, node) => Math.max(deepest, node.layer + 1), 0);
    this.numbers = new Map();
    this.changed();
  }

  /** What a live message says. False when it is about builds that this graph does not know. */
  apply(states, composes = []) {
    let known = true;
    for (const compose of composes) this.composes.set(compose.id, compose);
    for (const state of states) {
      const node = this.byId.get(state.id);
      if (node) Object.assign(node, state, { status: stateOf(state) });
      else known = false;
    }
    this.changed();
    return known;
  }

  changed() {
    this.blocking = new Map();
    for (const node of this.nodes) if (node.status === "failed") this.blocking.set(node, this.blockedBy(node));
  }

  /** What cannot be built while this one is not: everything after it that is not built. */
  blockedBy(node) {
    const found = new Set();
    const open = [node];
    while (open.length > 0) {
      for (const child of open.pop().children) {
        if (found.has(child) || (child.status !== "blocked" && child.status !== "waiting")) continue;
        found.add(child);
        open.push(child);
      }
    }
    return [...found];
  }

  /** Each counted once, however many failures block it. */
  blockedByFailures() {
    return new Set([...this.blocking.values()].flat()).size;
  }

  /** Those that a build needs, as far as they are known. */
  composesOf(node) {
    return node.composes.map((id) => this.composes.get(id)).filter(Boolean);
  }

  tally() {
    const tally = { failed: 0, blocked: 0, building: 0, waiting: 0, done: 0, canceled: 0 };
    for (const node of this.nodes) tally[node.status]++;
    return tally;
  }

  /** The RPMs whose update began it. */
  rpms() {
    const rpms = this.nodes.filter((node) => UPDATES.has(node.reason.code)).map((node) => node.reason.facts.rpm);
    return [...new Set(rpms.filter(Boolean))];
  }

  /**
   * What is shown, layer by layer: nodes, and folds of equal siblings, which have the same parents, state and reason. The
   * children of a fold are siblings. `open` has the keys of folds that are opened; `filter` says which nodes are wanted, and
   * then nothing is folded.
   */
  layers(open, filter = null) {
    const layers = Array.from({ length: this.depth }, () => []);
    const places = new Map();
    for (const node of this.nodes) layers[node.layer].push(node);
    return layers.map((nodes) => {
      const wanted = filter ? nodes.filter(filter) : nodes;
      const items = filter ? wanted.map(single) : this.folded(wanted, open, places);
      order(items, places);
      return items;
    });
  }

  folded(nodes, open, places) {
    const families = new Map();
    for (const node of nodes) {
      const key = this.family(node, places);
      if (!families.has(key)) families.set(key, []);
      families.get(key).push(node);
    }
    const items = [];
    for (const [key, members] of families) {
      if (members.length < FOLD_FROM) items.push(...members.map(single));
      else if (open.has(key)) items.push({ key, members, open: true }, ...members.map((node) => ({ ...single(node), fold: key })));
      else items.push({ key, members, open: false });
    }
    for (const item of items) if (!item.open) for (const node of item.members) places.set(node, { key: item.key });
    return items;
  }

  /** The same for equal siblings, and short. */
  family(node, places) {
    const parents = [...new Set(node.parents.map((parent) => places.get(parent).key))].sort().join();
    const text = `${parents}#${node.type}#${node.status}#${node.reason.code}#${node.layer}`;
    if (!this.numbers.has(text)) this.numbers.set(text, `f${this.numbers.size}`);
    return this.numbers.get(text);
  }
}

const single = (node) => ({ key: node.key, members: [node], node });

/** Few stand below their parents, of many those first that ask for a person. What was folded stays together. */
const FEW = 24;

function order(items, places) {
  const ranks = new Map();
  const many = items.length > FEW;
  for (const item of items) {
    const home = item.fold ?? item.key;
    if (!ranks.has(home)) ranks.set(home, many ? rank(item.members[0].status) : middle(item, places));
  }
  const index = new Map(items.map((item, i) => [item, i]));
  const of = (item) => ranks.get(item.fold ?? item.key);
  items.sort((one, other) => of(one) - of(other) || index.get(one) - index.get(other));
  items.forEach((item, place) => {
    for (const node of item.members) places.set(node, { key: places.get(node)?.key ?? item.key, place });
  });
}

function middle(item, places) {
  const parents = item.members[0].parents.map((parent) => places.get(parent)?.place ?? 0);
  return parents.length === 0 ? 0 : parents.reduce((sum, place) => sum + place, 0) / parents.length;
}
