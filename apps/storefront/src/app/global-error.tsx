'use client';

import './globals.css';

/** When even the frame of the shop cannot be drawn. */
export default function GlobalErrorPage({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center p-6 text-center">
        <main className="max-w-md space-y-4">
          <title>Something broke on our side · Turing Goods</title>
          <h1 className="text-title font-medium">Something broke on our side</h1>
          <p className="text-muted">Nothing you did. Try again in a moment.</p>
          <button
            type="button"
            onClick={() => retry()}
            className="bg-accent text-on-accent min-h-11 rounded-full px-6 font-medium"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
