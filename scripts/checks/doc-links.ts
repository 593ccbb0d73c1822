const FENCE = /^(```|~~~).*?^\1/gms;
const LINK = /\[(?:[^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g;
const INLINE_CODE = /`([^`\n]+)`/g;
const REPOSITORY_PATH = /^(?:apps|packages|tests|scripts|docs|infra)\/[\w.\-/*{},[\]()]*$/;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/gm;

export interface DocReferences {
  /** Targets of relative links, as written. */
  links: string[];
  /** Inline code that reads as a path of this repository. */
  paths: string[];
}

/** What a Markdown text refers to inside the repository. */
export function findReferences(markdown: string): DocReferences {
  const prose = markdown.replaceAll(FENCE, '');
  const withoutExamples = prose.replaceAll(INLINE_CODE, (code) => (code.includes('](') ? '' : code));
  const links = [...withoutExamples.matchAll(LINK)].map((match) => match[1] ?? '');
  const paths = [...prose.matchAll(INLINE_CODE)].map((match) => match[1] ?? '');
  return {
    links: [...new Set(links)].filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target)),
    paths: [...new Set(paths)].filter((text) => REPOSITORY_PATH.test(text)),
  };
}

/** The anchors that a Markdown text's headings get on GitHub. */
export function findAnchors(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = [...markdown.replaceAll(FENCE, '').matchAll(HEADING)].map((match) => {
    const slug = toSlug(match[1] ?? '');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set(anchors);
}

function toSlug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}
