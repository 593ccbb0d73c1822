export const styles = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #12151b);
  --panel: light-dark(#f4f5f8, #0b0d11);
  --raised: light-dark(#ffffff, #191e26);
  --line: light-dark(#d9dde4, #303845);
  --control: light-dark(#868e9c, #6b7686);
  --text: light-dark(#171b22, #eef1f6);
  --muted: light-dark(#59616e, #a3adbb);
  --accent: light-dark(#4640de, #a5a8ff);
  --button: light-dark(#4640de, #5b56e8);
  --danger: light-dark(#b3211d, #ff9d96);
  --danger-ground: light-dark(#fdeeed, #3a1917);
  --notice: light-dark(#fff3d1, #3a2f10);
  --notice-text: light-dark(#6b4a00, #ffdf8a);
}
* { box-sizing: border-box; }
body {
  margin: 0;
  min-height: 100dvh;
  display: flex;
  flex-direction: column;
  background: var(--ground);
  color: var(--text);
  font: 1rem/1.5 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
h1 { margin: 0; font-size: 1.375rem; line-height: 1.3; letter-spacing: -0.01em; }
p { margin: 0; }
ul { margin: 0; padding: 0; list-style: none; }
a { color: var(--accent); text-underline-offset: 0.2em; }
.muted { color: var(--muted); font-size: 0.875rem; }
.test-mode {
  padding: 0.5rem 1rem;
  background: var(--notice);
  color: var(--notice-text);
  font-size: 0.875rem;
  text-align: center;
}
.checkout { flex: 1; display: grid; }
.summary { background: var(--panel); }
.column { width: 100%; max-width: 27rem; margin: 0 auto; padding: 1.5rem 1.25rem 2rem; display: grid; gap: 1.25rem; }
.back { justify-self: start; color: var(--muted); font-size: 0.875rem; text-decoration: none; }
.back:hover { color: var(--text); text-decoration: underline; }
.merchant { display: flex; align-items: center; gap: 0.625rem; font-weight: 600; }
.monogram {
  display: grid;
  place-items: center;
  width: 1.75rem;
  height: 1.75rem;
  border-radius: 0.5rem;
  background: var(--button);
  color: #fff;
  font-size: 0.875rem;
}
.total { display: grid; gap: 0.125rem; }
.total strong { font-size: 2.25rem; line-height: 1.2; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
.items { display: grid; gap: 1rem; }
.items li { display: grid; grid-template-columns: 1fr auto; gap: 0.875rem; align-items: start; }
.picture { display: none; }
.with-images li { grid-template-columns: 3rem 1fr auto; }
.with-images .picture { display: block; }
.picture img { display: block; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--raised); object-fit: cover; }
.name { display: grid; font-weight: 500; overflow-wrap: anywhere; }
.name .muted { font-weight: 400; }
.amount { font-weight: 500; font-variant-numeric: tabular-nums; }
.sums { margin: 0; padding-top: 1rem; border-top: 1px solid var(--line); }
.sums div { display: flex; justify-content: space-between; font-weight: 600; }
.sums dd { margin: 0; font-variant-numeric: tabular-nums; }
form { display: grid; gap: 1rem; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; align-items: start; }
.field { display: grid; gap: 0.375rem; }
label { font-size: 0.875rem; font-weight: 500; }
input {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  border: 1px solid var(--control);
  border-radius: 0.5rem;
  background: var(--raised);
  color: inherit;
  font: inherit;
  font-variant-numeric: tabular-nums;
}
input::placeholder { color: var(--muted); opacity: 0.8; }
input:read-only { background: var(--panel); color: var(--muted); }
input[aria-invalid] { border-color: var(--danger); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.field-error { color: var(--danger); font-size: 0.875rem; }
.alert {
  padding: 0.75rem 1rem;
  border: 1px solid var(--danger);
  border-radius: 0.5rem;
  background: var(--danger-ground);
  color: var(--danger);
  font-weight: 500;
}
.button {
  display: inline-grid;
  place-items: center;
  min-height: 3rem;
  padding: 0.5rem 1.25rem;
  border: 1px solid transparent;
  border-radius: 0.5rem;
  background: var(--button);
  color: #fff;
  font: inherit;
  font-weight: 600;
  text-decoration: none;
  cursor: pointer;
}
.button:hover { filter: brightness(1.08); }
.button:disabled { opacity: 0.7; cursor: progress; }
.secondary { border-color: var(--control); background: transparent; color: var(--text); }
.test-cards { padding: 1rem; border: 1px dashed var(--control); border-radius: 0.75rem; }
.test-cards summary { font-weight: 600; font-size: 0.875rem; cursor: pointer; }
.test-cards .muted { margin: 0.25rem 0 0.5rem; }
.test-cards a {
  display: flex;
  justify-content: space-between;
  gap: 0.75rem;
  padding: 0.5rem;
  border-radius: 0.375rem;
  color: inherit;
  font-size: 0.875rem;
  text-decoration: none;
}
.test-cards a:hover { background: var(--panel); }
.test-cards code { color: var(--muted); font: 0.8125rem/1.6 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; white-space: nowrap; }
.card {
  width: min(26rem, 100% - 2.5rem);
  margin: auto;
  padding: 2rem;
  display: grid;
  gap: 1rem;
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: var(--raised);
}
.eyebrow { color: var(--muted); font-size: 0.875rem; font-weight: 600; }
.choices { gap: 0.75rem; margin-top: 0.5rem; }
@media (min-width: 56rem) {
  .checkout { grid-template-columns: 1fr 1fr; }
  .summary .column { margin-right: 0; padding: 4rem 4rem 4rem 1.5rem; max-width: 31rem; }
  .payment .column { margin-left: 0; padding: 4rem 1.5rem 4rem 4rem; max-width: 31rem; }
}
@media (max-width: 55.99rem) {
  .sums { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  .button, input, .test-cards a { transition: background 0.15s, border-color 0.15s, filter 0.15s; }
}
`;
