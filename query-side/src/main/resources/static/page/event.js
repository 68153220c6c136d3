// The page of one Event.
import { byId, clock, count, el, getJson, keepTime, link, say, when } from "./base.js";
import { CancelDialog } from "./cancel.js";
import { GraphView } from "./graph.js";
import { Live } from "./live.js";
import { Model } from "./model.js";
import { Panel, historyList } from "./panel.js";
import { STATES, icon } from "./states.js";
import { cause, hasEnded, sentence } from "./words.js";

const number = Number(location.pathname.split("/").at(-1));
const DRAW_EVERY_MS = 250;
const FEW_DECLINED = 8;

let event = null;
let model = null;
let said = null;
let wanted = null;
let loading = null;
let drawing = null;
let chainShown = null;

const graph = new GraphView(byId("graph"), { chosen: choose });
const panel = new Panel(byId("panel"), { goTo, closed });
new CancelDialog(number, { canceled: () => load() });

/** Reads everything anew; one reading at a time, and one more when somebody asked meanwhile. */
function load() {
  if (loading) return (loading.again = true);
  loading = { again: false };
  return read().finally(() => {
    const { again } = loading;
    loading = null;
    if (again) load();
  });
}

async function read() {
  try {
    const { body, replaying } = await getJson(`api/3/events/${number}/graph`);
    event = body.event;
    model = new Model(body);
    sayReplaying(replaying);
    byId("page").dataset.state = "ready";
    say(byId("error"), "");
    draw();
    if (chainShown === null) goToAddressed();
    chainShown ??= showChain();
    if (event.state_name === "CANCELED" && said === null) await findWhatWasSaid();
  } catch (refusal) {
    if (!refusal.status && refusal.status !== 0) throw refusal;
    fail(refusal);
  }
}

function fail(refusal) {
  if (refusal.status === 404) {
    live.stop();
    byId("page").dataset.state = "error";
    return say(byId("error"), `There is no Event ${number}. It may not have come yet: see all rebuilds.`);
  }
  if (model === null) byId("page").dataset.state = "error";
  say(byId("error"), `${refusal.message} Tried at ${clock()}; trying again every 5 seconds.`);
}

function heard(change) {
  if (change.replaying !== undefined) return sayReplaying(change.replaying);
  if (model === null) return load();
  event = change.event;
  const known = model.apply(change.builds, change.composes);
  if (!known || model.nodes.length === 0) load();
  drawing ??= setTimeout(() => {
    drawing = null;
    draw();
  }, DRAW_EVERY_MS);
}

function status({ state, text }) {
  if (state === "lost") start();
  const place = byId("live");
  place.dataset.state = state;
  byId("live-text").textContent = text;
}

function sayReplaying(replaying) {
  say(byId("replaying"), replaying && `What is shown is being made anew (${replaying}): builds may be missing meanwhile.`);
}

function draw() {
  document.title = `Event ${event.id}: ${event.search_key} – Freshmaker`;
  byId("event-state").textContent = event.state_name.toLowerCase();
  byId("event-state").dataset.state = event.state_name;
  const text = sentence(event, model, said);
  if (byId("sentence").textContent !== text) byId("sentence").textContent = text;
  byId("times").replaceChildren(...times());
  byId("cancel").hidden = hasEnded(event);
  const none = model.nodes.length === 0;
  byId("graph-section").hidden = none;
  byId("no-builds").hidden = !none;
  byId("no-builds").textContent = hasEnded(event) ? "Nothing is built." : "Nothing is planned yet. What is planned shows here at once.";
  drawTally();
  graph.filter = filter();
  graph.show(model);
  byId("no-match").hidden = none || graph.layers.some((items) => items.length > 0);
  panel.refresh(model);
  drawDeclined();
}

function times() {
  const parts = [el("span", {}, "came ", when(event.time_created))];
  if (event.time_done) parts.push(el("span", {}, "ended ", when(event.time_done)));
  if (event.dry_run) parts.push(el("span", {}, "dry run: nothing is really built"));
  return parts;
}

/** How many builds are in each state: says what the shapes mean, and shows only those when it is pressed. */
function drawTally() {
  const tally = model.tally();
  const place = byId("tally");
  for (const { id, label } of STATES) {
    let pill = place.querySelector(`[data-state="${id}"]`);
    if (!pill) {
      pill = el("button", { type: "button", class: `pill ${id}`, "data-state": id, "aria-pressed": "false" }, icon(id), el("b", {}), ` ${label}`);
      pill.addEventListener("click", () => press(id));
      place.append(pill);
    }
    pill.querySelector("b").textContent = tally[id].toLocaleString("en");
    pill.hidden = tally[id] === 0 && wanted !== id;
    pill.setAttribute("aria-pressed", String(wanted === id));
  }
  const bar = byId("bar");
  bar.replaceChildren(...["done", "building", "waiting", "blocked", "failed", "canceled"].filter((id) => tally[id] > 0).map((id) => {
    const part = el("span", { class: id });
    part.style.flexGrow = tally[id];
    return part;
  }));
}

function press(state) {
  wanted = wanted === state ? null : state;
  draw();
}

function filter() {
  const text = byId("find").value.trim().toLowerCase();
  if (!text && !wanted) return null;
  return (node) => (!wanted || node.status === wanted) && (!text || node.name.toLowerCase().includes(text));
}

function drawDeclined() {
  const { declined } = model;
  byId("declined-section").hidden = declined.length === 0;
  if (declined.length === 0 || byId("declined").childElementCount > 0) return;
  byId("declined-title").textContent = `Not rebuilt: ${count(declined.length, "candidate")}`;
  const items = declined.map((one) => {
    const name = `${one.name}${one.type === "MODULE" && one.stream ? `:${one.stream}` : ""}`;
    return el("li", {}, el("b", {}, name), el("span", { class: "quiet" }, one.original_nvr ? ` ${one.original_nvr}` : ""), el("p", {}, one.text));
  });
  byId("declined").append(...items.slice(0, FEW_DECLINED));
  const all = byId("declined-all");
  all.hidden = items.length <= FEW_DECLINED;
  all.textContent = `Show all ${items.length}`;
  all.addEventListener("click", () => {
    byId("declined").append(...items.slice(FEW_DECLINED));
    all.hidden = true;
  });
}

/** Why a person canceled it, in their words, which are no part of the facts. */
async function findWhatWasSaid() {
  const { body } = await getJson(`api/3/events/${number}/history?builds=false`);
  said = body.items.findLast((fact) => fact.reason)?.reason ?? "";
  draw();
}

function choose(node) {
  history.replaceState(null, "", node.id === null ? " " : `#build-${node.id}`);
  graph.select(node);
  panel.open(node, model);
}

/** An address may name a build: whoever is sent it sees the same. */
function goToAddressed() {
  const node = model.byId.get(Number(location.hash.replace("#build-", "")));
  if (node) goTo(node);
}

function goTo(node) {
  if (filter()) clearFilter();
  const chip = graph.reveal(node);
  choose(node);
  chip.scrollIntoView({ block: "nearest" });
}

function closed(node) {
  history.replaceState(null, "", location.pathname);
  graph.select(null);
  (model.byKey.has(node.key) ? graph.reveal(node) : byId("find")).focus();
}

function clearFilter() {
  wanted = null;
  byId("find").value = "";
  draw();
}

byId("find").addEventListener("input", () => model && draw());
byId("clear").addEventListener("click", clearFilter);
document.addEventListener("keydown", (key) => {
  if (key.key === "Escape" && !byId("cancel-dialog").open) panel.close();
});
addEventListener("hashchange", () => model && goToAddressed());
byId("story").addEventListener("toggle", async (toggle) => {
  if (!toggle.target.open) return;
  const place = byId("story-body");
  try {
    const { body } = await getJson(`api/3/events/${number}/history?builds=false`);
    place.replaceChildren(historyList(body.items));
  } catch (refusal) {
    place.replaceChildren(el("p", { class: "quiet" }, refusal.message));
  }
});
byId("as-json").href = link(`api/3/events/${number}/graph`);

async function showChain() {
  const { body } = await getJson(`api/3/events/${number}/chain`).catch(() => ({ body: { links: [] } }));
  if (body.links.length === 0) return;
  const items = body.events.map((one) => el("li", {}, one.id === number ? el("b", {}, `Event ${one.id}, this one`) : el("a", { href: link(`events/${one.id}`) }, `Event ${one.id}`), ` ${cause(one)}`));
  byId("chain").replaceChildren(...items);
  byId("chain-section").hidden = false;
}

/** The graph is read once it is sure that nothing after it goes unheard, or soon, if that takes long. */
function start() {
  if (model === null && loading === null) load();
}

byId("number").textContent = `Event ${number}`;
keepTime();
const live = new Live(`api/3/events/${number}/live`, { heard, missed: load, status });
setTimeout(start, 500);
