/**
 * True for a word that may be a Vietnamese syllable: a known beginning, a known rhyme, and only the tones sắc and nặng
 * before c, ch, p, t. `word` is composed (NFC); case does not matter.
 */
export function isSyllable(word: string): boolean {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const answer = judge(word);
  if (cache.size > 20_000) cache.clear();
  cache.set(word, answer);
  return answer;
}

/** A document has a few thousand different words. */
const cache = new Map<string, boolean>();

const LONGEST = 8;

function judge(word: string): boolean {
  if (word.length > LONGEST) return false;
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(/[\u0300\u0301\u0303\u0309\u0323]/gu) ?? [];
  if (tones.length > 1) return false;
  const plain = apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/gu, "").normalize("NFC");
  const rhyme = SHAPE.exec(plain)?.[1];
  if (rhyme === undefined || !RHYMES.has(rhyme)) return false;
  const stopped = /(?:c|ch|p|t)$/u.test(rhyme);
  return !stopped || tones[0] === "\u0301" || tones[0] === "\u0323";
}

const SHAPE = /^(?:ngh|ng|nh|gh|gi(?=[^i])|kh|th|tr|ch|ph|qu|[bcdđghklmnprstvx])?([aăâeêioôơuưy][a-zăâêôơư]*)$/u;

const RHYMES: ReadonlySet<string> = new Set(
  (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên êng " +
    "ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay " +
    "oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng " +
    "uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn " +
    "ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
  )
    .normalize("NFC")
    .split(" "),
);
