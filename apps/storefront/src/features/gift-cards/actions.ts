'use server';

import { shopperApi } from '@/lib/api.ts';
import { attempt } from '@/lib/attempt.ts';
import { readText } from '@/lib/form-data.ts';
import { messageOf } from '@/lib/messages.ts';
import type { BalanceState } from './balance-state.ts';

export async function checkBalance(_state: BalanceState, data: FormData): Promise<BalanceState> {
  const code = readText(data, 'code');
  if (code === '') return { balance: null, message: 'Enter the code of your gift card.', typed: '' };
  const result = await attempt(shopperApi().orders.credit.balance.mutate({ code }));
  if (!result.ok) return { balance: null, message: messageOf(result.failure), typed: code };
  return { balance: result.value, message: null, typed: '' };
}
