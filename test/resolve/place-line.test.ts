import { describe, expect, it } from "vitest";
import { continues, placeKey, trimIssuer } from "../../src/resolve/place-line.ts";

describe("placeKey", () => {
  it.each([
    ["Ủy ban nhân dân tỉnh An Khê", "an khe"],
    ["UBND thành phố Đồng Nai", "dong nai"],
    ["Ủy ban nhân dân tỉnh Khê Giang (trước sắp xếp)", "khe giang"],
    ["Ủy ban nhân dân huyện Mộc Sơn", "huyen moc son"],
    ["Ủy ban nhân dân tỉnh Bình Phước Thành lập trạm y tế", "binh phuoc"],
    ["Bộ Tài chính", null],
  ])("%s", (issuer, key) => expect(placeKey(issuer)).toBe(key));
});

describe("continues", () => {
  it("follows a merger one way only", () => {
    expect(continues("an khe", "khe giang")).toBe(true);
    expect(continues("khe giang", "an khe")).toBe(false);
    expect(continues("an khe", "ha tinh")).toBe(false);
  });
});

describe("trimIssuer", () => {
  it("drops a title that slid in, and nothing else", () => {
    expect(trimIssuer("Ủy ban nhân dân tỉnh Khê Giang Thành lập trạm y tế")).toBe("Ủy ban nhân dân tỉnh Khê Giang");
    expect(trimIssuer("Ủy ban nhân dân thành phố Hồ Chí Minh")).toBe("Ủy ban nhân dân thành phố Hồ Chí Minh");
    expect(trimIssuer("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu")).toBe("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu");
  });
});
