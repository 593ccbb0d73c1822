import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findAnchors, findReferences } from './doc-links.ts';
import { checkDrawings } from './state-diagrams.ts';

const DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'docs/**/*.md'];
const INVARIANT_COUNT = 18;

/** Finds links and paths in the documents that lead nowhere, invariants that name no test, and drawings that are not of the code. */
export function main(): number {
  const files = DOCUMENTS.flatMap((pattern) => globSync(pattern));
  const problems = [...files.flatMap(checkFile), ...checkInvariants(), ...checkDrawings()];
  for (const problem of problems) console.error(problem);
  console.log(`${files.length} documents, ${problems.length} dead references`);
  return problems.length === 0 ? 0 : 1;
}

function checkFile(file: string): string[] {
  const { links, paths } = findReferences(readFileSync(file, 'utf8'));
  const deadPaths = paths.filter((target) => globSync(escapeBrackets(target)).length === 0);
  return [
    ...links
      .filter((link) => !leadsSomewhere(file, link))
      .map((link) => `${file}: the link ${link} leads nowhere`),
    ...deadPaths.map((target) => `${file}: there is no ${target}`),
  ];
}

function leadsSomewhere(file: string, link: string): boolean {
  const [target = '', anchor] = decodeURIComponent(link).split('#');
  const absolute = target === '' ? path.resolve(file) : path.resolve(path.dirname(file), target);
  if (!existsSync(absolute)) return false;
  if (anchor === undefined || !absolute.endsWith('.md')) return true;
  return findAnchors(readFileSync(absolute, 'utf8')).has(anchor);
}

// Next's route folders have brackets in their names, which a glob reads as a set.
function escapeBrackets(target: string): string {
  return target.replaceAll(/[[\]]/g, String.raw`\$&`);
}

/** Each numbered invariant has a row in ARCHITECTURE.md with a test file that exists, or says "not yet". */
function checkInvariants(): string[] {
  const rows = readFileSync('ARCHITECTURE.md', 'utf8').split('\n');
  return Array.from({ length: INVARIANT_COUNT }, (_, index) => index + 1).flatMap((number) => {
    const row = rows.find((line) => new RegExp(String.raw`^\|\s*${number}\.?\s*\|`).test(line));
    if (row === undefined) return [`ARCHITECTURE.md: invariant ${number} has no row`];
    if (/not yet/i.test(row)) return [];
    const tests = [...row.matchAll(/[\w./-]+\.(?:test|spec)\.tsx?/g)].map((match) => match[0]);
    if (tests.length === 0) return [`ARCHITECTURE.md: invariant ${number} names no test`];
    const dead = tests.filter(
      (test) => !existsSync(test) && globSync(`{tests,packages,apps}/**/${test}`).length === 0,
    );
    return dead.map((test) => `ARCHITECTURE.md: invariant ${number} names ${test}, which does not exist`);
  });
}
