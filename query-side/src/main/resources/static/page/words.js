// What happened and why, as sentences.
import { count } from "./base.js";

const [MODULE_BUILT, METADATA, SPEC, DOCKERFILE, UPDATE, ADVISORY, TAGGED] = [0, 1, 2, 4, 5, 8, 19];
const [ASKED_FOR_ADVISORY, ASKED_BY_BRANCH, BUNDLES, ASKED_FOR_BUNDLES, FLATPAKS, ASKED_FOR_FLATPAKS] = [13, 14, 15, 16, 17, 18];

const ENDED = new Set(["COMPLETE", "FAILED", "SKIPPED", "CANCELED"]);

export const hasEnded = (event) => ENDED.has(event.state_name);

function pushed(key) {
  const [place, commit] = key.split("?#");
  const slash = place.lastIndexOf("/");
  return { name: place.slice(0, slash), branch: place.slice(slash + 1), commit: (commit ?? "").slice(0, 10) };
}

/** Who wanted which images, as far as they are named. */
function asked(event, otherwise) {
  return `${event.requester ?? "Somebody"} asked for ${list(event.requested_rebuilds, 3) || otherwise}`;
}

/** What happened, e.g. "FEDORA-2026-1 made openssl stable". `rpms` are those that the plan is about, if it is known. */
export function cause(event, rpms = []) {
  const key = event.search_key;
  switch (event.event_type_id) {
    case UPDATE:
      return rpms.length === 0 ? `Update ${key} went stable` : `${key} made ${list(rpms, 3)} stable`;
    case SPEC: {
      const push = pushed(key);
      return `The spec file of ${push.name} changed on branch ${push.branch}`;
    }
    case METADATA: {
      const push = pushed(key);
      return `The metadata of module ${push.name} changed on branch ${push.branch}`;
    }
    case DOCKERFILE: {
      const push = pushed(key);
      return `The Dockerfile of ${push.name} changed on branch ${push.branch}`;
    }
    case MODULE_BUILT:
      return `Build ${key} of a module is ready`;
    case ADVISORY:
      return rpms.length === 0 ? `Advisory ${key} is ready` : `Advisory ${key} fixes ${list(rpms, 3)}`;
    case TAGGED: {
      const slash = key.indexOf("/");
      return `${key.slice(slash + 1)} got the tag ${key.slice(0, slash)}`;
    }
    case ASKED_FOR_ADVISORY:
    case ASKED_FOR_BUNDLES:
    case ASKED_FOR_FLATPAKS:
      return `${asked(event, "a rebuild")} for advisory ${key}`;
    case ASKED_BY_BRANCH:
      return `${asked(event, "images")} as they were last built`;
    case BUNDLES:
      return `Advisory ${key} ships rebuilt images of operators`;
    case FLATPAKS:
      return `Advisory ${key} is about modules of Flatpaks`;
    default:
      return `${key} came`;
  }
}

/** "a, b and c", of more than `most` "a, b and 7 others". */
export function list(names, most = Infinity) {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  const all = rest > 0 ? [...shown, `${rest} others`] : shown;
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** "12 images and 1 module"; without a known plan "12 artifacts". */
export function things(nodes, total) {
  if (nodes.length === 0) return count(total, "artifact");
  const parts = [];
  for (const [type, word] of Object.entries({ IMAGE: "image", MODULE: "module", RPM: "package" })) {
    const some = nodes.filter((node) => node.type === type).length;
    if (some > 0) parts.push(count(some, word));
  }
  return list(parts);
}

/** The whole story of an Event in one sentence. `model` is its graph, if it is known, `said` why a person canceled it. */
export function sentence(event, model = null, said = null) {
  const start = cause(event, model?.rpms() ?? []);
  const reason = (event.state_reason ?? "").replace(/\.$/, "");
  switch (event.state_name) {
    case "INITIALIZED":
      return `${start}; what must be rebuilt is being worked out.`;
    case "SKIPPED":
      return `${start}, but nothing is rebuilt: ${decapitalized(reason)}.`;
    case "FAILED":
      return `${start}, but it could not be planned: ${decapitalized(reason)}.`;
    default: {
      const tally = model?.tally() ?? tallyOf(event);
      const total = Object.values(tally).reduce((sum, number) => sum + number, 0);
      const is = total === 1 ? "is" : "are";
      const was = total === 1 ? "was" : "were";
      const canceled = event.state_name === "CANCELED" ? ` It was canceled${said ? `: “${said}”` : ""}.` : "";
      if (total === 0) return canceled ? `${start}.${canceled}` : `${start}; nothing is planned yet.`;
      const what = things(model?.nodes ?? [], total);
      if (tally.done === total) return `${start}, so ${what} ${was} rebuilt.${canceled}`;
      const verb = hasEnded(event) ? `${was} to be` : is;
      return `${start}, so ${what} ${verb} rebuilt; ${progress(tally, model)}.${canceled}`;
    }
  }
}

function progress(tally, model) {
  const parts = [];
  const be = (number) => (number === 1 ? "is" : "are");
  const add = (state, words) => tally[state] > 0 && parts.push(words(tally[state]).replace(/\d{4,}/g, (n) => Number(n).toLocaleString("en")));
  add("done", (n) => `${n} ${be(n)} done`);
  add("building", (n) => `${n} ${n === 1 ? "builds" : "build"} now`);
  add("waiting", (n) => `${n} ${n === 1 ? "waits" : "wait"}`);
  if (model === null) {
    add("failed", (n) => `${n} cannot be built`);
    add("canceled", (n) => `${n} ${n === 1 ? "was" : "were"} canceled`);
    return parts.join(", ");
  }
  const blocked = model.blockedByFailures();
  add("failed", (n) => `${n} failed${blocked > 0 ? ` and ${n === 1 ? "blocks" : "block"} ${blocked}` : ""}`);
  if (tally.failed === 0) add("blocked", (n) => `${n} ${be(n)} blocked`);
  add("canceled", (n) => `${n} ${n === 1 ? "was" : "were"} canceled`);
  return parts.join(", ");
}

/** Of an Event whose graph is not known. */
export function tallyOf(event) {
  const of = (state) => event.builds_summary?.[state] ?? 0;
  return {
    failed: of("FAILED"),
    blocked: 0,
    building: of("BUILD"),
    waiting: of("PLANNED"),
    done: of("DONE"),
    canceled: of("CANCELED"),
  };
}

function decapitalized(text) {
  return /^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

const FACTS = {
  EventRegistered: () => "The change was noticed",
  EventClassified: (fact) => `Its advisory was looked up: ${fact.type}`,
  RebuildPlanned: (fact) => `${count(fact.builds.length, "build")} planned, ${fact.declined.length} declined`,
  RebuildActivated: () => "The rebuild began",
  EventSkipped: () => "Nothing is rebuilt",
  EventFailed: () => "It could not be planned",
  EventCanceled: () => "A person canceled it",
  EventCompleted: () => "All builds have ended",
  ArtifactBuildPlanned: () => "Planned",
  ArtifactBuildStarted: () => "Everything that it is built on is there",
  BundlePinned: (fact) => `The digests of its ${fact.bundle.pullspecs.filter((one) => one.replaced).length} rebuilt images are known`,
  ArtifactBuildSubmitted: (fact) => `The build system builds it as ${fact.externalId}`,
  ArtifactBuildRetried: () => "It is tried again",
  ArtifactBuildBuilt: (fact) => `Built as ${fact.nvr}; now it is looked at what it contains`,
  ArtifactBuildVerified: (fact) => evidence(fact.verification).text,
  ArtifactBuildSucceeded: (fact) => `Built${fact.rebuiltNvr ? ` as ${fact.rebuiltNvr}` : ""}`,
  ArtifactBuildFailed: () => "Failed",
  ArtifactBuildCanceled: () => "Canceled",
  ComposeRequested: (fact) => `A compose of ${composed(fact.request)} is needed`,
  ComposeAssigned: (fact) => `ODCS makes it as compose ${fact.odcsId}${fact.shared ? ", which another rebuild needs too" : ""}`,
  ComposeReady: (fact) => `Compose ${fact.odcsId} is there`,
  ComposeFailed: (fact) => `A compose will not be there${fact.reason.facts.compose ? `: ${fact.reason.facts.compose}` : ""}`,
  BlockerGone: () => "Something that it waited for is there",
  BlockerStuck: () => "Something that it waits for cannot be built",
};

/** What a compose is made of. */
const composed = (request) => request.source || count(request.builds.length, "build");

const COMPOSES = { REQUESTED: "is asked for", ASSIGNED: "is being made", READY: "is there", FAILED: "will not be there" };

/** A compose and how far it is, e.g. "Compose 7301 of app-rpms is being made". */
export function composeWords(compose) {
  const name = compose.odcs_id === null ? "A compose" : `Compose ${compose.odcs_id}`;
  return `${name} of ${composed(compose)} ${COMPOSES[compose.state]}${compose.text ? `: ${compose.text}` : ""}`;
}

/** What an image was found to contain of an advisory's RPMs, as a sentence, and those that should not be there. */
export function evidence({ advisory, arches, found }) {
  const wrong = found.filter((rpm) => !rpm.fine);
  if (arches.length === 0) return { text: "Built, but nobody can say what it contains", wrong };
  const where = `in ${list(arches)}`;
  if (found.length === 0) return { text: `It contains none of the RPMs of advisory ${advisory} (${where})`, wrong };
  if (wrong.length === 0) return { text: `It contains ${count(found.length, "RPM")} of advisory ${advisory}, all as they should be (${where})`, wrong };
  return { text: `${wrong.length} of ${count(found.length, "RPM")} ${wrong.length === 1 ? "is" : "are"} not as advisory ${advisory} has it (${where})`, wrong };
}

/** A stored fact in a few words. */
export function factWords(fact) {
  const name = fact.type.slice(fact.type.indexOf(".") + 1);
  const words = FACTS[name];
  return words ? words(fact.data) : name;
}
