import type { Random } from '../random.ts';

export const day = 24 * 60 * 60 * 1000;
const minute = 60 * 1000;

/** The days that past orders reach back: 18 months. */
export const historyDays = 548;

// How busy a month, a weekday (from Sunday) and an hour are, beside an average one.
const months = [0.8, 0.78, 0.9, 0.92, 1, 0.94, 0.86, 0.88, 1.02, 1.08, 1.7, 1.85];
const weekdays = [1.18, 1.08, 1, 0.98, 0.96, 0.86, 0.94];
const hours = [2, 1, 1, 1, 1, 2, 4, 7, 10, 12, 14, 15, 16, 14, 13, 13, 14, 16, 20, 25, 28, 24, 15, 6];
const growthOverHistory = 0.9;

function weightOf(date: Date, age: number): number {
  const month = months[date.getUTCMonth()] ?? 1;
  const weekday = weekdays[date.getUTCDay()] ?? 1;
  // Presents have to be ordered before Christmas; the days round it are the quietest of the year.
  const holidays = date.getUTCMonth() === 11 && date.getUTCDate() > 20 ? 0.3 : 1;
  return month * weekday * holidays * (1 + growthOverHistory * (1 - age / historyDays));
}

/** `count` moments of the past 18 months, oldest first: busier in evenings, on Sundays, towards Christmas and of late. */
export function orderTimes(random: Random, now: Date, count: number): Date[] {
  const midnight = now.getTime() - (now.getTime() % day);
  const days = Array.from({ length: historyDays }, (_, age) => new Date(midnight - age * day));
  const weights = days.map(weightOf);
  const latest = now.getTime() - 30 * minute;
  const times: Date[] = [];
  while (times.length < count) {
    const start = days[random.weighted(weights)] ?? now;
    const time = start.getTime() + random.weighted(hours) * 60 * minute + random.int(0, 60 * minute - 1);
    if (time <= latest) times.push(new Date(time));
  }
  return times.sort((a, b) => a.getTime() - b.getTime());
}

/** A moment so long after another, never later than just now. */
export function later(from: Date, milliseconds: number, now: Date): Date {
  return new Date(Math.min(from.getTime() + milliseconds, now.getTime() - minute));
}

export const minutes = (count: number) => count * minute;
export const hoursOf = (count: number) => count * 60 * minute;
