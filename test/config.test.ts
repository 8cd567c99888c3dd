import { expect, test } from "vitest";
import { isFaults, readConfig } from "../src/config.ts";

const MAIL = {
  RASOAT_SMTP_URL: "smtp://rasoat:m%40t-kh%E1%BA%A9u@thu.an-khe.example:587",
  RASOAT_SMTP_FROM: "Rasoat <rasoat@an-khe.example>",
  RASOAT_PUBLIC_URL: "https://rasoat.an-khe.example/",
};
const faultsOf = (env: Record<string, string>) => {
  const read = readConfig(env, "/");
  return isFaults(read) ? read : [];
};

test("a mail server is read with its password, and the origin without its slash", () => {
  const read = readConfig(MAIL, "/");
  if (isFaults(read)) throw new Error(JSON.stringify(read));
  expect(read.publicUrl).toBe("https://rasoat.an-khe.example");
  expect(read.smtp).toEqual({
    host: "thu.an-khe.example",
    port: 587,
    secure: false,
    user: "rasoat",
    password: "m@t-khẩu",
    from: "Rasoat <rasoat@an-khe.example>",
  });
  const secure = readConfig({ ...MAIL, RASOAT_SMTP_URL: "smtps://[::1]" }, "/");
  expect(isFaults(secure) ? null : secure.smtp).toMatchObject({ host: "::1", port: 465, secure: true, user: null });
});

test("what does not fit is named in words, and no password is repeated", () => {
  const named = (env: Record<string, string>) => faultsOf(env).map((one) => one.name);
  for (const url of ["http://x:bi-mat@y", "smtp://a:%zz-bi-mat@b", "smtp://x:bi-mat@y/z", "bi-mat"]) {
    const faults = faultsOf({ ...MAIL, RASOAT_SMTP_URL: url });
    expect(faults.map((one) => one.name)).toEqual(["RASOAT_SMTP_URL"]);
    expect(JSON.stringify(faults)).not.toContain("bi-mat");
  }
  expect(named({ ...MAIL, RASOAT_SMTP_FROM: "a@b.vn, c@d.vn" })).toEqual(["RASOAT_SMTP_FROM"]);
  expect(named({ RASOAT_SMTP_FROM: "a@b.vn" })).toEqual(["RASOAT_SMTP_FROM"]);
  expect(named({ ...MAIL, RASOAT_PUBLIC_URL: "" })).toEqual(["RASOAT_PUBLIC_URL"]);
  for (const url of ["rasoat.vn", "https://a.vn/rasoat", "https://u:p@a.vn", "ftp://a.vn", "https://a.vn?x=1"])
    expect(named({ RASOAT_PUBLIC_URL: url })).toEqual(["RASOAT_PUBLIC_URL"]);
});

test("heads of the trail are kept outside the data folder or not at all", () => {
  const read = readConfig({ RASOAT_DATA: "kho", RASOAT_ANCHOR_DIR: "neo" }, "/srv");
  expect(isFaults(read) ? null : read.anchorDir).toBe("/srv/neo");
  for (const inside of ["kho", "kho/neo", "/srv/kho/"])
    expect(
      faultsOf({ RASOAT_DATA: "/srv/kho", RASOAT_ANCHOR_DIR: `/srv/${inside.replace("/srv/", "")}` }),
    ).toHaveLength(1);
  expect(faultsOf({ RASOAT_DATA: "/srv/kho", RASOAT_ANCHOR_DIR: "/srv/kho-neo" })).toEqual([]);
});
