import { Alert } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';

/** What went wrong, above the form it went wrong in. */
export function Problem({ sentence }: { readonly sentence: string | null }) {
  if (sentence === null) return null;
  return (
    <Alert color="red" role="alert" icon={<TriangleAlert size={18} />}>
      {sentence}
    </Alert>
  );
}
