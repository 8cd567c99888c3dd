import { formatDate, type LegalDate } from "../domain/legal-date.ts";

/** What a digest says to one person. */
export interface Digest {
  readonly name: string;
  readonly day: LegalDate;
  /** Sentences, oldest first, each with the address it leads to. */
  readonly lines: readonly { readonly sentence: string; readonly url: string }[];
  /** How many more wait in the app. */
  readonly more: number;
  /** The page of messages, and where the daily letter is switched off. */
  readonly url: string;
}

/** A letter as it is sent: plain text, and the same as simple HTML. */
export interface LetterWords {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The daily letter: what was told and is not read, with the way to each. No pictures, no tracking, nothing from elsewhere. */
export function digestLetter({ name, day, lines, more, url }: Digest): LetterWords {
  const n = lines.length + more;
  const subject = `Rasoat: ${n} thông báo chưa đọc, ngày ${formatDate(day)}`;
  const hello = `Kính gửi ${name},`;
  const lead = `Rasoat có ${n} thông báo bạn chưa đọc.`;
  const rest = more === 0 ? "" : `Còn ${more} thông báo khác trong ứng dụng.`;
  const all = `Mọi thông báo: ${url}`;
  const why =
    "Thư này gửi tự động mỗi ngày một lần vì tài khoản của bạn bật thư hằng ngày. Không trả lời thư này; tắt thư ở trang tài khoản.";
  const text = [hello, lead, ...lines.map(({ sentence, url: to }) => `- ${sentence}\n  ${to}`), rest, all, why];
  return {
    subject,
    text: `${text.filter((line) => line !== "").join("\n\n")}\n`,
    html: page([
      paragraph(hello),
      paragraph(lead),
      `<ul>${lines.map(({ sentence, url: to }) => `<li><a href="${escaped(to)}">${escaped(sentence)}</a></li>`).join("")}</ul>`,
      rest === "" ? "" : paragraph(rest),
      `<p><a href="${escaped(url)}">Mọi thông báo</a></p>`,
      `<p><small>${escaped(why)}</small></p>`,
    ]),
  };
}

/** A letter that shows that letters arrive. */
export function testLetter(url: string): LetterWords {
  const lead = "Thư thử từ Rasoat: máy chủ thư đã nhận thư của ứng dụng.";
  const open = `Ứng dụng mở tại ${url}. Liên kết này phải mở được từ máy của bạn.`;
  return {
    subject: "Rasoat: thư thử",
    text: `${lead}\n\n${open}\n`,
    html: page([paragraph(lead), `<p><a href="${escaped(url)}">${escaped(open)}</a></p>`]),
  };
}

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

const page = (body: readonly string[]): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Rasoat</title></head><body>${body.join("")}</body></html>`;

const escaped = (text: string): string => text.replace(/[&<>"']/gu, (c) => `&#${c.charCodeAt(0)};`);
