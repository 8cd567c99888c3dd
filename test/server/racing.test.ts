import { expect, test } from "vitest";
import { accountsSite, addPeople } from "./accounts-site.ts";

const RACES = 100;
const RACERS = 20;

test(`of ${RACERS} people who decide at once, one wins and the others are shown who did, ${RACES} times`, {
  timeout: 240_000,
}, async () => {
  const site = await accountsSite();
  await addPeople(site.store);
  const people = ["reviewer-own", "approver-own"];
  const browsers = [];
  for (let i = 0; i < RACERS; i++) browsers.push(await site.signedIn(people[i % people.length] as string));
  let after = "";
  for (let race = 0; race < RACES; race++) {
    const answers = await Promise.all(
      browsers.map((browser, i) =>
        browser.post("/findings/f-conflict/decide", {
          to: i % 2 === 0 ? "confirmed" : "dismissed",
          why: "exception",
          note: `người thứ ${i}`,
          until: "",
          after,
        }),
      ),
    );
    const won = answers.filter((answer) => answer.status === 303);
    const lost = answers.filter((answer) => answer.status === 409);
    expect([won.length, lost.length]).toEqual([1, RACERS - 1]);
    const decisions = await site.store.decisions.of("f-conflict");
    expect(decisions.length).toBe(race + 1);
    const last = decisions.at(-1);
    expect(await lost[0]?.text()).toContain(last?.by);
    after = last?.id ?? "";
  }
  expect((await site.store.audit.list({ action: "finding.decide", limit: 200 })).length).toBe(RACES);
  expect(site.errors).toEqual([]);
});
