// Hears of changes while they happen, and says when it does not.
import { clock, link } from "./base.js";

/** The service says something at least every 10 s. */
const LONGEST_SILENCE_MS = 25_000;
const TRY_AGAIN_MS = 5_000;

/**
 * `heard` gets each message; `missed` is called when changes may have passed unheard; `status` gets
 * { state: "live" | "lost" | "paused" | "ended", text }.
 */
export class Live {
  constructor(path, { heard, missed, status }) {
    Object.assign(this, { path, heard, missed, status, lostAt: null, ended: false });
    this.open();
    this.watch = setInterval(() => this.look(), 1000);
    document.addEventListener("visibilitychange", () => (document.hidden ? this.pause() : this.resume()));
    addEventListener("pagehide", () => this.pause());
    addEventListener("pageshow", () => this.resume());
    if (document.hidden) this.pause();
  }

  /** A browser has six lines to a service, for all of its tabs: those that nobody looks at must not hold one. */
  pause() {
    if (this.ended || this.paused) return;
    this.paused = true;
    this.source.close();
    this.status({ state: "paused", text: "Not live while nobody looks." });
  }

  resume() {
    if (this.ended || !this.paused) return;
    this.paused = false;
    this.open();
  }

  open() {
    this.lastWord = Date.now();
    this.source?.close();
    this.source = new EventSource(link(this.path));
    this.source.addEventListener("hello", () => this.hello());
    this.source.addEventListener("change", (message) => this.hear(() => this.heard(JSON.parse(message.data))));
    this.source.addEventListener("reload", () => this.hear(() => this.missed()));
    this.source.addEventListener("beat", (message) => this.hear(() => this.heard({ replaying: message.data || null })));
    this.source.addEventListener("bye", () => this.lose());
    this.source.addEventListener("end", () => this.end());
    this.source.onerror = () => this.lose();
  }

  hear(act) {
    this.lastWord = Date.now();
    act();
  }

  hello() {
    this.lastWord = Date.now();
    this.lostAt = null;
    this.status({ state: "live", text: "Live: what happens shows here at once." });
    this.missed(); // what is read from now on and what is heard from now on leave no gap
  }

  lose() {
    if (this.ended) return;
    this.lostAt ??= Date.now();
    this.status({ state: "lost", text: `Not live since ${clock(this.lostAt)}. Trying again …` });
  }

  end() {
    this.stop();
    this.status({ state: "ended", text: "This rebuild has ended; nothing of it will change." });
  }

  stop() {
    this.ended = true;
    this.source.close();
    clearInterval(this.watch);
  }

  /** A browser tries again by itself after a broken line, but not after a refusal, nor after silence. */
  look() {
    if (this.paused) return;
    const silent = Date.now() - this.lastWord > LONGEST_SILENCE_MS;
    if (silent) this.lose();
    const given = this.source.readyState === EventSource.CLOSED;
    if ((silent || given) && Date.now() - (this.tried ?? 0) > TRY_AGAIN_MS) {
      this.tried = Date.now();
      this.missed();
      this.open();
    }
  }
}
