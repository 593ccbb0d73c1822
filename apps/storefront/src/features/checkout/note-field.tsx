import { TextArea } from '@/components/field.tsx';
import { Section } from './section.tsx';

export function NoteField({ value, error }: { value: string; error: string | null }) {
  return (
    <Section title="Anything we should know?">
      <TextArea
        label="Note (optional)"
        name="note"
        rows={3}
        maxLength={1000}
        defaultValue={value}
        error={error}
      />
    </Section>
  );
}
