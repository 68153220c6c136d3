// Stops a rebuild, with a reason.
import { byId, patch, say } from "./base.js";

export class CancelDialog {
  constructor(number, { canceled }) {
    this.dialog = byId("cancel-dialog");
    this.error = byId("cancel-error");
    this.reason = byId("cancel-reason");
    this.left = byId("cancel-left");
    byId("cancel").addEventListener("click", () => this.open());
    byId("cancel-keep").addEventListener("click", () => this.dialog.close());
    this.reason.addEventListener("input", () => this.count());
    byId("cancel-form").addEventListener("submit", (submit) => {
      submit.preventDefault();
      this.send(number, canceled);
    });
  }

  open() {
    this.reason.value = "";
    this.count();
    say(this.error, "");
    this.dialog.showModal();
    this.reason.focus();
  }

  count() {
    this.left.textContent = `${this.reason.maxLength - this.reason.value.length} characters left`;
  }

  async send(number, canceled) {
    const button = byId("cancel-do");
    button.disabled = true;
    try {
      const reason = this.reason.value.trim();
      await patch(`api/3/events/${number}`, { action: "cancel", ...(reason ? { reason } : {}) });
      this.dialog.close();
      canceled();
    } catch (refusal) {
      say(this.error, refusal.status === 401 || refusal.status === 403 ? `You may not do this: ${refusal.message}` : refusal.message);
    } finally {
      button.disabled = false;
    }
  }
}
