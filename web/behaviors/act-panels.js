/**
 * Panels (`details`) of one bar: opening one closes the others and puts the cursor into its first field at once, so that
 * the next key is already written there; Escape closes it and leads back. Ctrl+Enter sends what is being written.
 */
class ActPanels extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => this.clicked(event));
    this.addEventListener("keydown", (event) => this.pressed(event));
    const open = this.querySelector("details[open]");
    if (open) this.enter(open);
  }

  clicked(event) {
    const panel = event.target.closest("summary")?.parentElement;
    if (!panel) return;
    event.preventDefault();
    panel.open = !panel.open;
    if (panel.open) this.enter(panel);
  }

  enter(panel) {
    for (const other of this.querySelectorAll("details[open]")) if (other !== panel) other.open = false;
    panel.querySelector("input:not([type=hidden]), textarea")?.focus();
  }

  pressed(event) {
    const panel = event.target.closest("details[open]");
    if (!panel) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      panel.open = false;
      panel.querySelector("summary").focus();
    } else if (event.key === "Enter" && event.ctrlKey) event.target.form?.requestSubmit();
  }
}

customElements.define("act-panels", ActPanels);
