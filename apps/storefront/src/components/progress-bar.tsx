/** Fixed to the top of the window; part of no one's name. */
export function ProgressBar() {
  return (
    <span
      aria-hidden="true"
      className="bg-accent animate-advance pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5 origin-left"
    />
  );
}
