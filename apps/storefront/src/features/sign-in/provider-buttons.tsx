import type { RouterOutputs } from '@turing/client';
import { Button } from '@/components/button.tsx';
import { signInWithProvider } from './actions.ts';

type Provider = RouterOutputs['customers']['signInProviders'][number];

/** The ways in through others, as far as the shop has set them up. */
export function ProviderButtons({ providers, next }: { providers: readonly Provider[]; next: string }) {
  return providers.map(({ id, name }) => (
    <form key={id} action={signInWithProvider}>
      <input type="hidden" name="provider" value={id} />
      <input type="hidden" name="next" value={next} />
      <Button look="secondary" className="w-full">
        Continue with {name}
      </Button>
    </form>
  ));
}
