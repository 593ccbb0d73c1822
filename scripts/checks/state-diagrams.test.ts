import { expect, test } from 'vitest';
import { drawMachine, redraw } from './state-diagrams.ts';

test('a machine is drawn with its start, its edges and its ends', () => {
  const drawn = drawMachine([
    { from: 'open', event: 'shut_by_hand', to: 'shut' },
    { from: 'shut', event: 'opened', to: 'open' },
    { from: 'shut', event: 'locked', to: 'locked' },
  ]);
  expect(drawn.split('\n')).toEqual([
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> open',
    '  open --> shut: shut by hand',
    '  shut --> open: opened',
    '  shut --> locked: locked',
    '  locked --> [*]',
    '```',
    '',
  ]);
});

test('only marked sections are drawn, and drawing again changes nothing', () => {
  const text = 'before\n<!-- states: order -->\nold\n<!-- /states -->\nafter';
  const drawn = redraw(text);
  expect(drawn).toContain('pending --> confirmed: paid');
  expect(drawn).toMatch(/^before\n[\s\S]*\nafter$/u);
  expect(redraw(drawn)).toBe(drawn);
  expect(() => redraw('<!-- states: nothing -->\n<!-- /states -->')).toThrow('nothing');
});
