// What all pages share: the way to the API, elements that hold nothing but text, and times as people say them.

/** The root of the service, whatever it is called outside: this file is one folder below it. */
const ROOT = new URL("..", import.meta.url);

export const link = (path) => new URL(path, ROOT).href;

/** An answer other than the one that was asked for; status 0 when there was none. */
export class Refusal extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(link(path), options);
  } catch {
    throw new Refusal(0, "Freshmaker does not answer.");
  }
  if (answer.ok) return answer;
  const text = await answer.text();
  let detail = text;
  try {
    const problem = JSON.parse(text);
    detail = problem.detail ?? problem.message ?? text;
  } catch {
    // not JSON: the text itself is what there is
  }
  throw new Refusal(answer.status, detail || `Freshmaker answers with status ${answer.status}.`);
}

/** JSON, with what the read models are replaying, or null, as `replaying`. */
export async function getJson(path) {
  const answer = await ask(path, { headers: { Accept: "application/json" } });
  return { body: await answer.json(), replaying: answer.headers.get("Freshmaker-Replaying") };
}

export async function getText(path) {
  return (await ask(path)).text();
}

export async function patch(path, body) {
  const headers = { "Content-Type": "application/json" };
  return (await ask(path, { method: "PATCH", headers, body: JSON.stringify(body) })).json();
}

/** An element. What is no element among its children becomes text, never markup: names come from outside. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

const UNITS = [
  [86400, "day"],
  [3600, "hour"],
  [60, "minute"],
  [1, "second"],
];

/** "3 minutes"; less than two seconds are "a moment". */
export function span(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 2) return "a moment";
  const [size, unit] = UNITS.find(([size]) => seconds >= size);
  return count(Math.floor(seconds / size), unit);
}

export function ago(time) {
  const passed = Date.now() - new Date(time).getTime();
  return passed < 0 ? `in ${span(-passed)}` : `${span(passed)} ago`;
}

/** A time that says how long it is ago, and keeps saying so: see `keepTime`. */
export function when(time) {
  return el("time", { datetime: time, title: new Date(time).toLocaleString() }, ago(time));
}

export function clock(time = new Date()) {
  return new Date(time).toLocaleTimeString("en-GB");
}

/** Brings all times on the page along. */
export function keepTime() {
  setInterval(() => {
    for (const time of document.querySelectorAll("time[datetime]")) {
      const text = ago(time.getAttribute("datetime"));
      if (time.textContent !== text) time.textContent = text;
    }
  }, 5000);
}

/** Shows one text in a place that is read aloud when it changes; nothing hides it. */
export function say(place, text) {
  if (place.textContent !== (text ?? "")) place.textContent = text ?? "";
  place.hidden = !text;
}
