/** Shown once: with them one gets in when the app is lost. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="space-y-3">
      <p className="max-w-prose text-sm">
        Keep these recovery codes in a safe place, such as your password manager. Each opens your account
        once, in place of a code of the app. We do not show them again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="bg-sunken grid max-w-md grid-cols-2 gap-x-6 gap-y-2 rounded-md p-4 font-mono text-sm"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}
