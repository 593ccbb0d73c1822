'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTRPC } from '../../lib/api.ts';
import { count } from '../../lib/format.ts';
import { failureFor } from '../../lib/messages.ts';
import { useIntentKey } from '../../lib/use-intent-key.ts';
import {
  type CountMode,
  type CountPaste,
  type CountRow,
  type MatchedVariant,
  mostRows,
  readCount,
  refreshed,
  toAdjustments,
  withRows,
} from './count-rows.ts';
import { type AdjustmentReason, stockSentence } from './stock.ts';
import { useStockWrite } from './use-stock-write.ts';

export interface CountTerms {
  readonly mode: CountMode;
  readonly reason: AdjustmentReason;
  readonly note: string;
}

/** What of a paste is not in the sheet: SKUs nobody has, and numbers of lines. */
interface LeftOut {
  readonly unknown: readonly string[];
  readonly wrong: readonly number[];
}

/** As many SKUs as fit into one request. */
const portion = 100;

/** The rows of a count at one location: where they come from, and what becomes of them. */
export function useCountSheet(locationId: string) {
  const [rows, setRows] = useState<readonly CountRow[]>([]);
  const [left, setLeft] = useState<LeftOut | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const match = useMatch(locationId);

  function add(found: readonly MatchedVariant[], paste?: CountPaste): void {
    const next = withRows(rows, found, paste?.lines);
    if (next.length > mostRows) {
      setProblem('These are more than 1,000 rows. Save them in parts.');
      return;
    }
    setProblem(null);
    setRows(next);
  }

  function clear(): void {
    setRows([]);
    setLeft(null);
    setProblem(null);
  }

  const read = useRead({ match, add, setLeft, setProblem });
  const write = useWrite({ locationId, rows, match, setRows, setProblem, clear });
  const type = useCallback((variantId: string, units: string): void => {
    const change = (row: CountRow) => (row.variantId === variantId ? { ...row, units, refusal: null } : row);
    setRows((former) => former.map(change));
  }, []);
  const drop = useCallback((variantId: string): void => {
    setRows((former) => former.filter((row) => row.variantId !== variantId));
  }, []);

  return {
    rows,
    left,
    problem,
    add,
    read: read.mutateAsync,
    reading: read.isPending,
    type,
    drop,
    clear,
    save: write.save,
    saving: write.saving,
  };
}

type Match = (skus: readonly string[]) => Promise<MatchedVariant[]>;

interface ReadTools {
  readonly match: Match;
  readonly add: (found: readonly MatchedVariant[], paste: CountPaste) => void;
  readonly setLeft: (left: LeftOut | null) => void;
  readonly setProblem: (problem: string) => void;
}

/** Reads what was pasted; what names no variant is told and left out. */
function useRead({ match, add, setLeft, setProblem }: ReadTools) {
  return useMutation({
    mutationFn: async (text: string) => {
      const paste = readCount(text);
      if (paste.lines.length > mostRows) return { paste, found: null };
      return { paste, found: await match(paste.lines.map(({ sku }) => sku)) };
    },
    onSuccess: ({ paste, found }) => {
      if (found === null) {
        setProblem('These are more than 1,000 rows. Paste them in parts.');
        return;
      }
      const known = new Set(found.map(({ sku }) => sku.toUpperCase()));
      const unknown = paste.lines.filter(({ sku }) => !known.has(sku.toUpperCase())).map(({ sku }) => sku);
      setLeft(unknown.length + paste.wrong.length === 0 ? null : { unknown, wrong: paste.wrong });
      add(found, paste);
    },
    onError: (error) => setProblem(stockSentence(error)),
  });
}

/** Looks up which variants SKUs mean, and what lies of them. */
function useMatch(locationId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async (skus: readonly string[]): Promise<MatchedVariant[]> => {
    const found: MatchedVariant[] = [];
    for (let start = 0; start < skus.length; start += portion) {
      const input = { skus: skus.slice(start, start + portion), locationId };
      const options = trpc.products.staff.variants.matchSkus.queryOptions(input, { staleTime: 0 });
      found.push(...(await queryClient.fetchQuery(options)));
    }
    return found;
  };
}

interface WriteTools {
  readonly locationId: string;
  readonly rows: readonly CountRow[];
  readonly match: Match;
  readonly setRows: (rows: readonly CountRow[]) => void;
  readonly setProblem: (problem: string | null) => void;
  readonly clear: () => void;
}

/** Saves all rows or none. What is refused is said at its row, and the figures of today are loaded beside what was typed. */
function useWrite({ locationId, rows, match, setRows, setProblem, clear }: WriteTools) {
  const trpc = useTRPC();
  const { done, failed } = useStockWrite();
  const keyFor = useIntentKey();
  const adjust = useMutation(
    trpc.products.staff.stock.adjustMany.mutationOptions({
      onSuccess: ({ adjusted }) => {
        clear();
        done('Stock counted', `${count(adjusted, 'level')} changed.`);
      },
      onError: async (error, sent) => {
        const sentence = failed(error);
        const { code, details } = failureFor(error);
        const { row } = details;
        const refused = typeof row === 'number' ? sent.rows[row]?.variantId : undefined;
        const reason = code === 'STOCK_CONFLICT' ? null : sentence;
        setProblem(
          refused === undefined ? sentence : 'Nothing was saved: look at the marked rows, then save again.',
        );
        const told = rows.map((each) => ({ ...each, refusal: each.variantId === refused ? reason : null }));
        setRows(told);
        setRows(refreshed(told, await matchOrNone(match, rows)));
      },
    }),
  );

  function save({ mode, reason, note }: CountTerms): void {
    const input = {
      rows: toAdjustments(rows, { mode, locationId }),
      reason,
      note: note.trim() === '' ? null : note.trim(),
    };
    adjust.mutate({ ...input, idempotencyKey: keyFor(input) });
  }

  return { save, saving: adjust.isPending };
}

async function matchOrNone(match: Match, rows: readonly CountRow[]): Promise<MatchedVariant[]> {
  try {
    return await match(rows.map(({ sku }) => sku));
  } catch {
    return [];
  }
}
