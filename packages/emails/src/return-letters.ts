import type { Aftercare } from '@turing/routers';
import { z } from 'zod';
import type { LetterContent, LetterContext, LetterLine } from './content.ts';
import { eyebrowOf, lineOf, orderUrl } from './order-parts.ts';

type Return = Aftercare['returns'][number];

const told = z.object({ returnId: z.uuid() });

function returnOf({ aftercare, event }: LetterContext): Return {
  const { returnId } = told.parse(event);
  const found = aftercare?.returns.find(({ id }) => id === returnId);
  if (found === undefined) throw new Error(`there is no return ${returnId}`);
  return found;
}

function itemsOf(
  { order, storefrontUrl }: LetterContext,
  { lines }: Return,
  quantityOf: (line: Return['lines'][number]) => number = ({ quantity }) => quantity,
): LetterLine[] {
  return lines.flatMap((line) => {
    const sold = order.lines.find(({ id }) => id === line.orderLineId);
    const quantity = quantityOf(line);
    return sold === undefined || quantity === 0 ? [] : [lineOf(sold, quantity, storefrontUrl)];
  });
}

function frameOf(context: LetterContext, { name }: Return) {
  return {
    eyebrow: `${eyebrowOf(context.order)} · Return ${name}`,
    action: { label: 'Follow your return', url: orderUrl(context.order, context.storefrontUrl) },
  };
}

export function returnRequested(context: LetterContext): LetterContent {
  const back = returnOf(context);
  return {
    ...frameOf(context, back),
    subject: `We have your request for return ${back.name}`,
    preview: 'A person will look at it and write to you.',
    heading: 'We have your request',
    paragraphs: [
      'Thank you for telling us. A person will look at your request and write to you, usually within two working days.',
      'Please keep the items until then.',
    ],
    lines: { title: 'What you would like to send back', items: itemsOf(context, back) },
  };
}

export function returnApproved(context: LetterContext): LetterContent {
  const back = returnOf(context);
  return {
    ...frameOf(context, back),
    subject: `How to send back return ${back.name}`,
    preview: 'Your return is approved. Here is how to send it.',
    heading: 'You can send it back',
    paragraphs: [
      'Your return is approved.',
      ...(back.message === null ? [] : [back.message]),
      back.instructions,
      `Write ${back.name} on the note you put inside, so that we know it is yours.`,
    ],
    lines: { title: 'What to send', items: itemsOf(context, back) },
  };
}

export function returnRejected(context: LetterContext): LetterContent {
  const back = returnOf(context);
  return {
    ...frameOf(context, back),
    subject: `About your return ${back.name}`,
    preview: 'We cannot take these items back.',
    heading: 'We cannot take this back',
    paragraphs: [
      'We have looked at your request and cannot take these items back.',
      ...(back.message === null ? [] : [back.message]),
      'If you see it differently, reply to this letter.',
    ],
    lines: { title: 'What you asked to send back', items: itemsOf(context, back) },
  };
}

export function returnReceived(context: LetterContext): LetterContent {
  const back = returnOf(context);
  const items = itemsOf(context, back, ({ receivedQuantity }) => receivedQuantity);
  const missing = itemsOf(context, back, (line) => line.quantity - line.receivedQuantity);
  return {
    ...frameOf(context, back),
    subject: `Return ${back.name} has arrived`,
    preview: 'We are looking at what you sent.',
    heading: 'Your return has arrived',
    paragraphs: [
      'Your parcel is here. We look at everything that comes back, and write to you as soon as that is done.',
      ...(missing.length > 0
        ? ['Some of what you announced was not in it. Reply to this letter if you think it should have been.']
        : []),
    ],
    ...(items.length > 0 ? { lines: { title: 'What arrived', items } } : {}),
    ...(missing.length > 0 ? { later: { title: 'What was not in it', items: missing } } : {}),
  };
}
