import { describe, expect, it } from 'vitest';
import { explainFailure, StepFailure } from './failure.mjs';

function systemError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

describe('explainFailure', () => {
  it('keeps what a step says about itself and adds the step', () => {
    const failure = new StepFailure('The port is taken.', { remedy: 'Choose another.' });
    expect(explainFailure(failure, 'Check the ports')).toMatchObject({
      step: 'Check the ports',
      message: 'The port is taken.',
      remedy: 'Choose another.',
    });
  });

  it.each([
    systemError('ENOSPC', 'write failed'),
    systemError('53100', 'could not extend file'),
    new StepFailure('build ended with code 1.', {
      remedy: '',
      output: 'Error: ENOSPC: no space left on device',
    }),
    new Error('Migration failed', { cause: systemError('53100', 'could not extend file') }),
  ])('knows a full disk behind $message', (error) => {
    expect(explainFailure(error, 'Build').message).toBe('The disk is full.');
  });

  it('names the file that another account owns', () => {
    const error = Object.assign(systemError('EACCES', 'no'), { path: '.data/logs' });
    expect(explainFailure(error).message).toBe('This account may not write to .data/logs.');
  });

  it.each(['text', undefined, null])('survives %j being thrown', (thrown) => {
    expect(explainFailure(thrown, 'Build')).toBeInstanceOf(StepFailure);
  });
});
