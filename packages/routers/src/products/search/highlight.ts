/** A stretch of text, and whether it is what was searched for. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

const wordPattern = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu;

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase();
}

/** Splits a text into what was searched for and what was not; joined they are the text again. */
export function highlight(text: string, words: ReadonlySet<string>): Segment[] {
  const found = [...text.matchAll(wordPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: plain(match[0]),
  }));
  const segments: Segment[] = [];
  let done = 0;
  found.forEach(({ start, end, word }, index) => {
    const previous = found[index - 1];
    const next = found[index + 1];
    // `tea pot` in a name is `teapot` in the query.
    const isJoined =
      (previous !== undefined && words.has(previous.word + word)) ||
      (next !== undefined && words.has(word + next.word));
    if (!words.has(word) && !isJoined) return;
    if (start > done) segments.push({ text: text.slice(done, start), hit: false });
    segments.push({ text: text.slice(start, end), hit: true });
    done = end;
  });
  if (done < text.length) segments.push({ text: text.slice(done), hit: false });
  return segments;
}
