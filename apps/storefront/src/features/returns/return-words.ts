import type { ReturnReason, ReturnResolution, ReturnState } from '@turing/domain';

export const reasonWords: Readonly<Record<ReturnReason, string>> = {
  too_small: 'Too small',
  too_large: 'Too large',
  damaged: 'It arrived damaged',
  defective: 'It does not work',
  not_as_described: 'Not as described',
  wrong_item: 'I got something else',
  arrived_late: 'It arrived too late',
  changed_mind: 'I changed my mind',
  other: 'Something else',
};

export const resolutionWords: Readonly<Record<ReturnResolution, string>> = {
  refund: 'A refund',
  exchange: 'An exchange',
  store_credit: 'Store credit',
};

/** What each state means to whoever waits, and what they can do. */
export const stateWords: Readonly<Record<ReturnState, { readonly label: string; readonly lead: string }>> = {
  requested: { label: 'We are looking at it', lead: 'We usually answer within two working days.' },
  approved: { label: 'Please send it back', lead: 'Your return is approved.' },
  in_transit: { label: 'On its way to us', lead: 'We write to you as soon as it is here.' },
  received: { label: 'It has arrived', lead: 'We are looking at what you sent.' },
  inspected: { label: 'Almost done', lead: 'We have looked at it and are settling it.' },
  closed: { label: 'Done', lead: 'This return is settled.' },
  rejected: { label: 'Not possible', lead: 'We cannot take these items back.' },
  cancelled: { label: 'Called off', lead: 'You kept these items.' },
};
