import { ButtonLink } from '@/components/button.tsx';
import { EmailForm } from './email-form.tsx';
import { PasskeySection } from './passkey-section.tsx';
import { PasswordForm } from './password-form.tsx';
import type { Security } from './queries.ts';
import { Section } from './section.tsx';
import { SessionList } from './session-list.tsx';
import { TwoFactorSection } from './two-factor-section.tsx';

export function SecurityView({ security }: { security: Security }) {
  const { email, hasPassword, hasTwoFactor, passkeys, sessions } = security;
  return (
    <div className="max-w-3xl space-y-6">
      <Section title="E-mail address" lead={`You sign in with ${email}.`}>
        <EmailForm key={email} email={email} />
      </Section>
      <Section
        title="Password"
        {...(hasPassword
          ? {}
          : { lead: 'You have none: you sign in another way. We send you a link to choose one.' })}
      >
        {hasPassword ? (
          <PasswordForm email={email} />
        ) : (
          <ButtonLink href="/forgotten-password" look="secondary">
            Choose a password
          </ButtonLink>
        )}
      </Section>
      <Section
        title="Passkeys"
        lead="Sign in with a finger, a face or the PIN of your device. Nothing to remember, nothing to steal."
      >
        <PasskeySection passkeys={passkeys} />
      </Section>
      {hasPassword && (
        <Section
          title="Two-step sign-in"
          lead="After your password we ask for a code of an app on your phone. Passkeys need no second step."
        >
          <TwoFactorSection isOn={hasTwoFactor} />
        </Section>
      )}
      <Section
        title="Where you are signed in"
        lead="Something you do not know? Sign it out and change your password."
      >
        <SessionList sessions={sessions} />
      </Section>
    </div>
  );
}
