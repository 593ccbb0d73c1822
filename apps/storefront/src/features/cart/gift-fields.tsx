import { TextArea, TextField } from '@/components/field.tsx';

/** For whom a gift card is, and when it is sent. */
export function GiftFields({ today }: { today: string }) {
  return (
    <fieldset className="border-line space-y-4 rounded-lg border p-4 sm:p-5">
      <legend className="px-1.5 font-medium">Who is it for?</legend>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Their name" name="recipientName" maxLength={120} required autoComplete="off" />
        <TextField
          label="Their e-mail"
          name="recipientEmail"
          type="email"
          maxLength={254}
          required
          autoComplete="off"
        />
      </div>
      <TextField label="Your name" name="senderName" maxLength={120} required autoComplete="name" />
      <TextArea label="Message (optional)" name="message" maxLength={500} rows={3} />
      <TextField
        label="Deliver on (optional)"
        name="deliverOn"
        type="date"
        min={today}
        hint="We send it in the morning of that day. Leave it empty to send it as soon as it is paid."
      />
    </fieldset>
  );
}
