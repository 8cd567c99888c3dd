import { NAV_MAIN, NAV_MORE } from "../navigation.ts";
import type { Frame } from "../frame.ts";

/** The keys of the page one is on, in a dialog; without script, the page of help that explains all keys. */
export const KeyHelp = ({ f }: { f: Frame }) => {
  const t = f.t.keyHelp;
  const words = (
    <>
      {t.open} <kbd>?</kbd>
    </>
  );
  // a link only where it leads somewhere
  const routed = NAV_MAIN.includes("help") || NAV_MORE.includes("help");
  return (
    <key-help data-rows={t.rows}>
      {routed ? (
        <a href={f.href("/help", {}, "keys")} aria-keyshortcuts="?">
          {words}
        </a>
      ) : (
        <button class="btn btn--s btn--quiet" type="button" aria-keyshortcuts="?">
          {words}
        </button>
      )}
      <dialog class="key-help" aria-labelledby="h-keys">
        <h2 id="h-keys">{t.title}</h2>
        <dl class="key-help__list" />
        <form class="acts" method="dialog">
          <button class="btn" type="submit">
            {t.close} <kbd>Esc</kbd>
          </button>
        </form>
      </dialog>
    </key-help>
  );
};
