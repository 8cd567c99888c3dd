import type { Child } from "hono/jsx";
import { raw } from "hono/html";
import type { Frame } from "../frame.ts";
import { NAV_MAIN, NAV_MORE, navFor, navPath } from "../navigation.ts";
import type { PageAnswer } from "../route.ts";
import { Kept } from "./kept.tsx";
import { Bell } from "./notice.tsx";
import { SearchBox } from "./search-box.tsx";
import { KeyHelp } from "./key-help.tsx";
import { Icon, Sprite } from "./sprite.tsx";

const STYLES = ["tokens.css", "base.css", "layout.css", "components.css", "pages.css"];

/** The whole page: two bands (the tool; the place and the day), the page, the foot. */
export const Layout = ({ f, page }: { f: Frame; page: PageAnswer }) => (
  <>
    {raw("<!doctype html>")}
    <html lang={f.lang}>
      <Head f={f} page={page} />
      <body>
        <a class="skip" href="#main">
          {f.t.nav.skip}
        </a>
        <Sprite />
        <Top f={f} nav={page.nav} />
        <Where f={f} page={page} />
        <main class={page.bare ? undefined : "main"} id="main" tabindex={-1}>
          {page.body}
        </main>
        <Foot f={f} />
      </body>
    </html>
  </>
);

/** Dark values are linked by theme: by the device, always, or never. No script and no flash. */
const Head = ({ f, page: { title, styles = [], scripts = [], refresh } }: { f: Frame; page: PageAnswer }) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content={f.theme === "auto" ? "light dark" : f.theme} />
    <title>{`${title} · Rasoat`}</title>
    <link rel="icon" href={f.asset("icon.svg")} type="image/svg+xml" />
    {[...STYLES, ...styles].map((file) => (
      <>
        <link rel="stylesheet" href={f.asset(file)} />
        {file === "tokens.css" && f.theme === "auto" ? (
          <link rel="stylesheet" href={f.asset("tokens.dark.css")} media="(prefers-color-scheme: dark)" />
        ) : null}
        {file === "tokens.css" && f.theme === "dark" ? (
          <link rel="stylesheet" href={f.asset("tokens.dark.css")} media="screen" />
        ) : null}
      </>
    ))}
    <link rel="stylesheet" href={f.asset("print.css")} media="print" />
    <script type="module" src={f.asset("suggest.js")} />
    {scripts.map((file) => (
      <script type="module" src={f.asset(file)} />
    ))}
    {/* the keys come last: they press what the scripts above have made ready */}
    {f.keys ? <script type="module" src={f.asset("hotkeys.js")} /> : null}
    {f.keys ? <script type="module" src={f.asset("key-help.js")} /> : null}
    {refresh === undefined ? null : (
      <noscript>
        <meta http-equiv="refresh" content={String(refresh)} />
      </noscript>
    )}
  </head>
);

const Top = ({ f, nav }: { f: Frame; nav: PageAnswer["nav"] }) => (
  <header class="top">
    <a class="brand" href={f.href("/")}>
      <svg viewBox="0 0 17 22" aria-hidden="true">
        <path d="M2 0v22" stroke="currentColor" stroke-width="3" />
        <path d="M7.5 0v22M10.5 0v22" stroke="currentColor" stroke-width="1.5" />
        <path d="M15.5 0v22" stroke="currentColor" stroke-width="3" stroke-dasharray="3 2.43" />
      </svg>
      Rasoat
    </a>
    <nav class="nav" aria-label={f.t.nav.main}>
      {navFor(NAV_MAIN, f.grants).map((id) => (
        <a href={f.href(navPath(id))} aria-current={nav === id ? "page" : undefined}>
          {f.t.nav[id]}
        </a>
      ))}
    </nav>
    <More f={f} nav={nav} />
    <div class="top__end">
      {f.grants("document:read") ? <Find f={f} nav={nav} /> : null}
      {f.unread === null ? null : <Bell f={f} unread={f.unread} />}
      <Person f={f} nav={nav} />
      <Settings f={f} />
    </div>
  </header>
);

const Find = ({ f, nav }: { f: Frame; nav: PageAnswer["nav"] }) => (
  <form class="find" role="search" action="/search">
    <label class="sr" for="q">
      {f.t.find.label}
    </label>
    <button class="find__go" type="submit" aria-label={f.t.find.go}>
      <Icon name="i-search" />
    </button>
    <SearchBox
      f={f}
      id="q"
      small
      hotkey={nav !== "search"}
      value={nav === "search" ? (f.query.get("q") ?? "") : undefined}
    />
    {f.on === f.today ? null : <input type="hidden" name="on" value={f.on} />}
    {f.keys && nav !== "search" ? <kbd>/</kbd> : null}
  </form>
);

/** Who one is here, and the way out. */
const Person = ({ f, nav }: { f: Frame; nav: PageAnswer["nav"] }) => {
  const t = f.t.door;
  if (f.who === null)
    return (
      <a class="btn btn--s" href="/sign-in">
        {t.in}
      </a>
    );
  if (f.who.alone) return null;
  return (
    <details class="menu menu--person">
      <summary aria-current={nav === "me" ? "true" : undefined}>
        <Icon name="i-person" />
        <span class="menu__name">{f.who.name}</span>
      </summary>
      <div class="menu__list">
        <p class="menu__head">
          {f.t.roles[f.who.role]}
          {f.who.unit === null ? null : ` · ${f.who.unit}`}
        </p>
        <a href={f.href("/me")}>{t.me}</a>
        <form method="post" action="/sign-out">
          <input type="hidden" name="token" value={f.who.token()} />
          <button class="btn btn--s" type="submit">
            {t.out}
          </button>
        </form>
      </div>
    </details>
  );
};

/** What is opened less often. */
const More = ({ f, nav }: { f: Frame; nav: PageAnswer["nav"] }) => (
  <nav class="more" aria-label={f.t.nav.more}>
    <details class="menu">
      <summary aria-current={nav !== null && NAV_MORE.includes(nav) ? "true" : undefined}>{f.t.nav.more}</summary>
      <div class="menu__list">
        {navFor(NAV_MORE, f.grants).map((id) => (
          <a href={f.href(navPath(id))} aria-current={nav === id ? "page" : undefined}>
            {f.t.nav[id]}
          </a>
        ))}
      </div>
    </details>
  </nav>
);

/** Language, background and shortcuts: plain links that set a cookie. */
const Settings = ({ f }: { f: Frame }) => (
  <details class="menu">
    <summary>
      <Icon name="i-eye" />
      <span class="menu__name">{f.t.menu.settings}</span>
    </summary>
    <div class="menu__list">
      <p class="menu__head">{f.t.menu.theme}</p>
      {(["auto", "light", "dark"] as const).map((theme) => (
        <a href={f.here({ theme })} aria-current={f.theme === theme ? "true" : undefined} rel="nofollow">
          {f.t.menu[theme]}
          {f.theme === theme ? <Chosen f={f} /> : null}
        </a>
      ))}
      <p class="menu__head">{f.t.menu.language}</p>
      <a
        href={f.here({ lang: f.t.otherLanguage.code })}
        lang={f.t.otherLanguage.code}
        hreflang={f.t.otherLanguage.code}
        rel="nofollow"
      >
        {f.t.otherLanguage.name}
      </a>
      <p class="menu__head">{f.t.menu.keys}</p>
      {f.keys ? (
        <dl class="menu__keys">
          <div>
            <dt>
              <kbd>/</kbd>
            </dt>
            <dd>{f.t.menu.keyFind}</dd>
          </div>
          <div>
            <dt>
              <kbd>j</kbd>
            </dt>
            <dd>{f.t.menu.keyNext}</dd>
          </div>
          <div>
            <dt>
              <kbd>k</kbd>
            </dt>
            <dd>{f.t.menu.keyPrevious}</dd>
          </div>
          <div>
            <dt>
              <kbd>Enter</kbd>
            </dt>
            <dd>{f.t.menu.keyOpen}</dd>
          </div>
        </dl>
      ) : null}
      <a href={f.here({ keys: f.keys ? "off" : "on" })} rel="nofollow">
        {f.keys ? f.t.menu.keysOff : f.t.menu.keysOn}
      </a>
    </div>
  </details>
);

const Chosen = ({ f }: { f: Frame }) => (
  <span>
    <Icon name="i-check" />
    <span class="sr">{f.t.menu.chosen}</span>
  </span>
);

/** Where you are in the law, and on which day. Another day than today changes the band. */
const Where = ({ f, page }: { f: Frame; page: PageAnswer }) => (
  <section class={f.on === f.today ? "where" : "where where--other"} aria-label={f.t.nav.placeAndDay}>
    <nav aria-label={f.t.nav.place}>
      <ol class="path">
        {page.place.map((step, i) => (
          <li>
            {step.href && i < page.place.length - 1 ? (
              <a href={step.href}>{step.label}</a>
            ) : (
              <span aria-current={i === page.place.length - 1 ? "page" : undefined}>{step.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
    {f.grants("document:read") ? <DayForm f={f} /> : null}
  </section>
);

const DayForm = ({ f }: { f: Frame }) => (
  <form class="day" action={f.path} method="get">
    <Kept f={f} but={["on"]} />
    {f.on === f.today ? null : <b>{f.t.day.other}</b>}
    <label for="on">{f.t.day.label}</label>
    <input
      class="input input--s"
      type="text"
      id="on"
      name="on"
      value={f.date(f.on)}
      inputmode="numeric"
      autocomplete="off"
      aria-describedby="on-help"
      maxlength={10}
    />
    <span class="sr" id="on-help">
      {f.t.day.help}
    </span>
    <button class="btn btn--s" type="submit">
      {f.t.day.go}
    </button>
    {f.on === f.today ? null : (
      <a class="btn btn--s" href={f.here({ on: null })}>
        {f.t.day.back}
      </a>
    )}
  </form>
);

const Foot = ({ f }: { f: Frame }) => (
  <footer class="foot">
    <span>{f.t.foot.notOfficial}</span>
    {f.who?.alone ? <a href={f.href("/first-account")}>{f.t.foot.noAccounts}</a> : null}
    {f.keys ? <KeyHelp f={f} /> : null}
    <a href={f.href("/help")}>{f.t.nav.help}</a>
    <a href={f.href("/patterns")}>{f.t.nav.patterns}</a>
    <a href={f.here({ lang: f.t.otherLanguage.code })} lang={f.t.otherLanguage.code} rel="nofollow">
      {f.t.otherLanguage.name}
    </a>
    <span>{f.t.foot.version(f.version)}</span>
  </footer>
);

/** The head of an ordinary page. */
export const PageHead = ({ title, children, acts }: { title: Child; children?: Child; acts?: Child }) => (
  <div class="head">
    <div class="head__text">
      <h1>{title}</h1>
      {children ? <p>{children}</p> : null}
    </div>
    {acts ? <div class="acts">{acts}</div> : null}
  </div>
);

/** Sections part by a line and air. */
export const Section = ({
  id,
  title,
  aside,
  children,
}: {
  id: string;
  title: Child;
  aside?: Child;
  children: Child;
}) => (
  <section class="sec" aria-labelledby={id}>
    <div class="sec__head">
      <h2 id={id}>{title}</h2>
      {aside}
    </div>
    {children}
  </section>
);
