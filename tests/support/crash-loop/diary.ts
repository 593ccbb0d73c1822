/** What the shop has acknowledged to somebody: it may never be lost. */
export interface Diary {
  readonly orders: AcknowledgedOrder[];
  /** Done by staff. */
  readonly changes: {
    readonly orderId: string;
    readonly key: string;
    readonly name: string;
    readonly status: string;
  }[];
  /** What the shop said no to, by its code. */
  readonly refusals: Map<string, number>;
  paid: number;
}

export interface AcknowledgedOrder {
  readonly token: string;
  readonly number: number;
  readonly totalMinor: number;
  /** Units by variant. */
  readonly units: ReadonlyMap<string, number>;
}

export function openDiary(): Diary {
  return { orders: [], changes: [], refusals: new Map(), paid: 0 };
}
