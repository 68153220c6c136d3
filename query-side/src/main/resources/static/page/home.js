// The first page: what runs, what waits, what failed, and who spoke last.
import { byId, clock, count, el, getJson, keepTime, link, say, when } from "./base.js";
import { icon } from "./states.js";
import { cause, list, sentence, tallyOf } from "./words.js";

const EVERY_MS = 3000;
const LONG_SILENCE_MS = 15 * 60_000;
let lostAt = null;
let last = "";

const numbered = (event) => (event.dry_run ? `Dry run, Event ${event.id}` : `Event ${event.id}`);

async function look() {
  try {
    if (document.hidden) return; // nobody looks
    const { body, replaying } = await getJson("api/3/overview");
    lostAt = null;
    byId("page").dataset.state = "ready";
    say(byId("error"), "");
    say(byId("replaying"), replaying && `What is shown is being made anew (${replaying}): rebuilds may be missing meanwhile.`);
    show(body);
  } catch (refusal) {
    if (refusal.status === undefined) throw refusal;
    lostAt ??= Date.now();
    if (byId("page").dataset.state === "loading") byId("page").dataset.state = "error";
    say(byId("error"), `${refusal.message} Not live since ${clock(lostAt)}; trying again every ${EVERY_MS / 1000} seconds.`);
  } finally {
    setTimeout(look, EVERY_MS);
  }
}

function show(overview) {
  const { time, ...rest } = overview;
  const text = JSON.stringify(rest);
  if (text === last) return; // nothing moves under a reader's hands without a cause
  last = text;
  const silent = overview.running_total + overview.recent.length + overview.unplanned.length === 0;
  byId("empty").hidden = !silent;
  byId("all").hidden = silent;
  byId("sentence").textContent = inOneSentence(overview);
  fill("running", overview.running.map(running), "Nothing runs.");
  say(byId("running-more"), overview.running_total > overview.running.length ? `And ${count(overview.running_total - overview.running.length, "more")}, by the list in the API.` : "");
  fill("waiting", overview.waiting.map(waiting), "Nothing waits.");
  fill("failed", [...overview.unplanned.map(unplanned), ...overview.failed.map(failed)], "Nothing failed since yesterday.");
  fill("recent", overview.recent.map(recent), "Nothing has ended yet.");
  fill("sources", overview.sources.map(source), "Nobody has spoken yet.");
}

function inOneSentence({ running_total: runs, failed, unplanned }) {
  const parts = [runs === 0 ? "Nothing runs now" : `${count(runs, "rebuild")} ${runs === 1 ? "runs" : "run"} now`];
  if (failed.length > 0) parts.push(`${count(failed.length, "build")} failed since yesterday`);
  if (unplanned.length > 0) parts.push(`${count(unplanned.length, "rebuild")} could not be planned`);
  if (parts.length === 1) parts.push("nothing failed since yesterday");
  return `${parts.join("; ")}.`;
}

function fill(id, items, none) {
  byId(id).replaceChildren(...(items.length > 0 ? items : [el("li", { class: "none" }, none)]));
}

const toEvent = (id, text) => el("a", { href: link(`events/${id}`) }, text);

const toBuild = (build) => el("a", { href: link(`events/${build.event}#build-${build.build}`) }, build.name);

function running(event) {
  const tally = tallyOf(event);
  const bar = el("div", { class: "bar", "aria-hidden": "true" });
  for (const id of ["done", "building", "waiting", "failed", "canceled"]) {
    if (tally[id] === 0) continue;
    const part = el("span", { class: id });
    part.style.flexGrow = tally[id];
    bar.append(part);
  }
  const key = el("p", { class: "quiet" }, `${numbered(event)}, came `, when(event.time_created));
  return el("li", { class: "card" }, toEvent(event.id, sentence(event)), bar, key);
}

function recent(event) {
  const tally = tallyOf(event);
  const state = event.state_name === "FAILED" || tally.failed > 0 ? "failed" : event.state_name === "COMPLETE" ? "done" : "canceled";
  return el("li", {}, icon(state), el("div", {}, toEvent(event.id, sentence(event)), el("p", { class: "quiet" }, `${numbered(event)}, ${event.state_name.toLowerCase()} `, when(event.time_done ?? event.time_created))));
}

function waiting(build) {
  const runs = build.state === "BUILD";
  const awaited = [...build.waits_for.map((parent) => parent.name), ...build.composes.map(({ odcs_id: number }) => (number === null ? "a compose" : `compose ${number}`))];
  const whom = build.built
    ? "the look at what it contains"
    : runs ? `the build system${build.external_id ? ` (${build.external_id})` : ""}` : awaited.length > 0 ? list(awaited, 3) : "its turn";
  const deadline = !runs && build.composes.length > 0 ? [", at the longest until ", when(build.composes[0].deadline)] : [];
  return el("li", {}, icon(runs ? "building" : "waiting"), el("div", {}, toBuild(build), ` waits for ${whom}`, el("p", { class: "quiet" }, runs ? "its build began " : "it began to wait ", when(build.since), ...deadline)));
}

function failed(build) {
  const blocks = build.blocks > 0 ? ` and blocks ${count(build.blocks, "build")}` : "";
  return el("li", {}, icon("failed"), el("div", {}, toBuild(build), ` failed${blocks}`, el("p", { class: "reason" }, build.text ?? ""), el("p", { class: "quiet" }, when(build.time))));
}

function unplanned(event) {
  return el("li", {}, icon("failed"), el("div", {}, toEvent(event.id, event.search_key), " could not be planned", el("p", { class: "reason" }, event.state_reason ?? ""), el("p", { class: "quiet" }, when(event.time_done))));
}

/** A long name breaks after its dots. */
const breakable = (name) => name.split(/(?<=[./])/).flatMap((part) => [part, el("wbr")]);

const KINDS = { bus: "Bus", builds: "Builds", look: "Look", "catch-up": "Catch-up" };

function source({ kind, name, last: spoke, due }) {
  const late = due && Date.parse(due) < Date.now() - LONG_SILENCE_MS;
  const word = spoke ? el("span", {}, kind === "catch-up" ? "read " : "spoke ", when(spoke)) : el("span", {}, late ? "overdue since " : "next look ", when(due));
  return el("li", {}, el("span", { class: "kind" }, KINDS[kind] ?? kind), el("span", { class: "source" }, ...breakable(name)), word);
}

keepTime();
look();
