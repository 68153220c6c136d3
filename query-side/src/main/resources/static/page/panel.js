// What there is to know of one build: its state, why, what it is built on and what on it, its log and its history.
import { byId, count, el, getJson, getText, link, when } from "./base.js";
import { icon } from "./states.js";
import { composeWords, evidence, factWords } from "./words.js";

/** Neighbours that are listed at first. */
const FEW = 12;

const WORDS = {
  failed: "Failed",
  blocked: "Blocked: something that it is built on cannot be built",
  building: "Building now",
  waiting: "Waiting for what it is built on",
  done: "Done",
  canceled: "Canceled",
};

export class Panel {
  constructor(place, { goTo, closed }) {
    Object.assign(this, { place, goTo, closed, node: null });
    this.body = byId("panel-body");
    byId("panel-close").addEventListener("click", () => this.close());
  }

  open(node, model) {
    this.node = node;
    this.model = model;
    this.known = null;
    this.place.hidden = false;
    this.title = el("h2", { id: "panel-title", tabindex: "-1" }, node.name);
    this.state = el("div");
    this.ending = el("p");
    this.log = el("div", {}, el("p", { class: "quiet" }, "Loading …"));
    this.history = el("div", {}, el("p", { class: "quiet" }, "Loading …"));
    this.evidence = el("div");
    this.body.replaceChildren(this.title, this.state, ...this.further(node));
    this.show();
    this.body.scrollTop = 0;
    this.title.focus({ preventScroll: true });
  }

  further(node) {
    if (node.id === null) return [el("p", { class: "quiet" }, "It is being stored; its log and history begin in a moment.")];
    const raw = el("a", { href: link(`api/1/builds/${node.id}`) }, `Build ${node.id} in the API`);
    return [this.evidence, el("h3", {}, "Log"), this.log, el("h3", {}, "History"), this.history, el("p", { class: "quiet" }, raw)];
  }

  /** The node may have changed. */
  refresh(model) {
    if (!this.node) return;
    this.model = model;
    this.node = model.byKey.get(this.node.key) ?? this.node;
    this.show();
  }

  show() {
    const { node } = this;
    const version = JSON.stringify([node.id, node.status, node.external_id, node.rebuilt_nvr]);
    this.state.replaceChildren(
      el("p", { class: `state ${node.status}` }, icon(node.status), el("span", {}, WORDS[node.status])),
      ...this.why(node),
      ...this.composes(node),
      ...this.neighbours("Built on", node.parents),
      ...this.blocks(node),
      this.names(node),
    );
    if (node.id !== null && version !== this.known) this.load(node);
    this.known = version;
  }

  why(node) {
    const parts = [el("h3", {}, "Why it is rebuilt"), el("p", {}, node.text)];
    if (node.status === "failed" || node.status === "canceled") parts.unshift(this.ending);
    const culprit = node.ended?.culprit;
    const origin = culprit?.id === undefined || culprit?.id === null ? null : this.model.byId.get(culprit.id);
    if (node.status === "blocked" && origin) {
      parts.unshift(el("p", {}, "It began with ", this.button(origin), "."));
    } else if (node.status === "blocked" && culprit) {
      parts.unshift(el("p", {}, `It began with ${culprit.artifact}.`));
    }
    return parts;
  }

  blocks(node) {
    const blocked = node.status === "failed" ? this.model.blockedBy(node) : null;
    if (blocked?.length > 0) return this.neighbours(`Blocks ${count(blocked.length, "build")}`, blocked);
    return this.neighbours("Built on it", node.children);
  }

  neighbours(title, nodes) {
    if (nodes.length === 0) return [];
    const items = (some) => some.map((node) => el("li", {}, this.button(node)));
    const list = el("ul", { class: "neighbours" }, ...items(nodes.slice(0, FEW)));
    const parts = [el("h3", {}, title), list];
    if (nodes.length > FEW) {
      const all = el("button", { type: "button", class: "plain" }, `Show all ${nodes.length}`);
      all.addEventListener("click", () => {
        list.append(...items(nodes.slice(FEW)));
        all.remove();
        list.children[FEW].querySelector("button").focus();
      });
      parts.push(all);
    }
    return parts;
  }

  composes(node) {
    const composes = this.model.composesOf(node);
    if (composes.length === 0) return [];
    const items = composes.map((compose) => {
      const open = compose.state === "REQUESTED" || compose.state === "ASSIGNED";
      return el("li", {}, composeWords(compose), open ? el("span", {}, ", waited for until ", when(compose.deadline)) : null);
    });
    return [el("h3", {}, "Composes"), el("ul", { class: "composes" }, ...items)];
  }

  button(node) {
    const go = () => this.goTo(node);
    return el("button", { type: "button", class: "ref", onclick: go }, icon(node.status), el("span", {}, node.name), el("span", { class: "sr" }, `, ${node.status}`));
  }

  names(node) {
    const rows = [
      ["Kind", node.type === "IMAGE" ? "container image" : "module"],
      ["Stream", node.type === "MODULE" ? node.stream : null],
      ["Replaces", node.original_nvr],
      ["Becomes", node.rebuilt_nvr],
      ["In the build system", node.external_id],
    ].filter(([, value]) => value);
    return el("dl", {}, ...rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
  }

  async load(node) {
    const here = () => this.node?.key === node.key;
    const build = getJson(`api/1/builds/${node.id}`).then(({ body }) => here() && this.showEnd(body), () => {});
    const log = getText(`api/3/builds/${node.id}/log?missing=ok`).then(
      (text) => here() && this.showLog(text),
      (refusal) => here() && this.log.replaceChildren(el("p", { class: "quiet" }, refusal.message)),
    );
    const history = getJson(`api/3/builds/${node.id}/history`).then(
      ({ body }) => here() && this.showHistory(body.items),
      (refusal) => here() && this.history.replaceChildren(el("p", { class: "quiet" }, refusal.message)),
    );
    await Promise.all([build, log, history]);
  }

  showEnd(build) {
    this.ending.textContent = build.state_reason ?? "";
  }

  showHistory(facts) {
    this.history.replaceChildren(historyList(facts));
    const verified = facts.findLast((fact) => fact.type.endsWith(".ArtifactBuildVerified"));
    if (!verified) return this.evidence.replaceChildren();
    const { text, wrong } = evidence(verified.data.verification);
    const items = wrong.map((rpm) => el("li", {}, `${rpm.nvr} in ${rpm.arch}, not ${rpm.wanted.join(" or ")}`));
    this.evidence.replaceChildren(el("h3", {}, "What it contains"), el("p", {}, text), ...(items.length > 0 ? [el("ul", {}, ...items)] : []));
  }

  showLog(text) {
    if (!text) return this.log.replaceChildren(el("p", { class: "quiet" }, "It has no log yet."));
    const log = el("pre", { class: "log", tabindex: "0", "aria-label": "Log of the build" }, text);
    this.log.replaceChildren(log);
    log.scrollTop = log.scrollHeight;
  }

  close() {
    if (!this.node) return;
    const { node } = this;
    this.node = null;
    this.place.hidden = true;
    this.closed(node);
  }
}

/** Facts, oldest first, each with when it happened. */
export function historyList(facts) {
  const items = facts.map((fact) => {
    const said = fact.reason ? el("q", {}, fact.reason) : null;
    return el("li", {}, el("span", {}, factWords(fact), said ? ": " : null, said), " ", when(fact.time));
  });
  return el("ol", { class: "history" }, ...items);
}
