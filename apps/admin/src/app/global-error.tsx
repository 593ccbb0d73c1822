'use client';

export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: 'system-ui, sans-serif',
          display: 'grid',
          placeItems: 'center',
          minHeight: '100dvh',
        }}
      >
        <main style={{ textAlign: 'center', padding: 24 }}>
          <h1 style={{ fontSize: 22 }}>The console stopped working</h1>
          <p>Something went wrong on our side.</p>
          <button type="button" onClick={retry} style={{ padding: '10px 18px', font: 'inherit' }}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
