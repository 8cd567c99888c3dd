import { PageHead } from "../../components/layout.tsx";
import type { Frame } from "../../frame.ts";
import { type Guide, GUIDE_IDS, type GuideId, type Step } from "./guide.ts";
import { GUIDES_EN } from "./guides-en.ts";
import { GUIDES_VI } from "./guides-vi.ts";
import { SHOT_HEIGHT, SHOT_WIDTH, shotFile } from "./shots.ts";
import { helpWords } from "./words.tsx";

export const guidesOf = (f: Frame): Readonly<Record<GuideId, Guide>> => (f.lang === "en" ? GUIDES_EN : GUIDES_VI);

/** One guide: numbered steps, each with what is seen on the screen. */
export const GuidePage = ({ f, id }: { f: Frame; id: GuideId }) => {
  const t = f.t.help;
  const guide = guidesOf(f)[id];
  return (
    <div class="help">
      <PageHead title={guide.title}>{guide.lead}</PageHead>
      <ol class="guide">
        {guide.steps.map((step, i) => (
          <GuideStep f={f} step={step} number={i + 1} />
        ))}
      </ol>
      <nav class="sec help__next" aria-labelledby="h-next">
        <h2 id="h-next">{t.next}</h2>
        <ul class="flow-s">
          {GUIDE_IDS.filter((other) => other !== id).map((other) => (
            <li>
              <a href={f.href(`/help/${other}`)}>{guidesOf(f)[other].title}</a>
            </li>
          ))}
          <li>
            <a href={f.href("/help")}>{t.all}</a>
          </li>
        </ul>
      </nav>
    </div>
  );
};

const GuideStep = ({ f, step, number }: { f: Frame; step: Step; number: number }) => (
  <li class="guide__step" id={`step-${number}`}>
    <div class="guide__text flow-s">
      <h2>{step.title}</h2>
      {step.text.map((text) => (
        <p>{helpWords(text)}</p>
      ))}
      {step.open === undefined ? null : (
        <p class="guide__open">
          <a href={f.href(...splitQuery(step.open))}>
            {f.t.help.open}
            <span class="sr">: {step.title}</span>
          </a>
        </p>
      )}
    </div>
    {step.shot === undefined ? null : (
      <img
        class="guide__shot"
        src={f.asset(shotFile(step.shot.id))}
        alt={step.shot.alt}
        width={SHOT_WIDTH}
        height={SHOT_HEIGHT}
        decoding="async"
      />
    )}
  </li>
);

/** `href` takes path and parameters apart, so that the day can go along. */
function splitQuery(address: string): [path: string, params: Record<string, string>] {
  const [path = "/", query = ""] = address.split("?");
  return [path, Object.fromEntries(new URLSearchParams(query))];
}
