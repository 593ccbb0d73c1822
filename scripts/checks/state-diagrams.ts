import { readFileSync, writeFileSync } from 'node:fs';
import { orderTransitions, paymentTransitions, returnTransitions } from '@turing/domain';

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly event: string;
}

const file = 'ARCHITECTURE.md';
const machines: Readonly<Record<string, readonly Edge[]>> = {
  order: orderTransitions,
  payment: paymentTransitions,
  return: returnTransitions,
};

const section = /<!-- states: (\w+) -->\n[\s\S]*?<!-- \/states -->/gu;

/** A machine as Mermaid draws it: from the state of the first edge, every edge under the name of its event. */
export function drawMachine(transitions: readonly Edge[]): string {
  const edges = transitions.map(
    ({ from, to, event }) => `  ${from} --> ${to}: ${event.replaceAll('_', ' ')}`,
  );
  const froms = new Set(transitions.map(({ from }) => from));
  const ends = [...new Set(transitions.map(({ to }) => to))].filter((state) => !froms.has(state));
  const start = transitions[0]?.from;
  const lines = [`  [*] --> ${start}`, ...edges, ...ends.map((state) => `  ${state} --> [*]`)];
  return ['```mermaid', 'stateDiagram-v2', ...lines, '```', ''].join('\n');
}

/** The text with every marked section drawn anew. @throws an error for a machine that is not known */
export function redraw(text: string): string {
  return text.replaceAll(section, (_section, name: string) => {
    const transitions = machines[name];
    if (transitions === undefined) throw new Error(`${file}: there is no state machine ${name}`);
    return `<!-- states: ${name} -->\n\n${drawMachine(transitions)}\n<!-- /states -->`;
  });
}

/** What is wrong with the drawings: a machine that is not drawn, or not as it is. */
export function checkDrawings(): string[] {
  const text = readFileSync(file, 'utf8');
  const drawn = new Set([...text.matchAll(section)].map((match) => match[1]));
  const missing = Object.keys(machines).filter((name) => !drawn.has(name));
  const problems = missing.map((name) => `${file}: the state machine ${name} is not drawn`);
  return redraw(text) === text
    ? problems
    : [...problems, `${file}: state machines are drawn as they were, run npm run docs:states`];
}

/** `npm run docs:states`: draws the state machines in ARCHITECTURE.md from the code. */
export function main(): number {
  writeFileSync(file, redraw(readFileSync(file, 'utf8')));
  return 0;
}
