'use client';

import { Button, Select, Stack, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Fragment } from 'react';
import { Section } from '../../components/section.tsx';
import { createIdempotencyKey } from '../../lib/idempotency-key.ts';
import type { Choices } from './collection.ts';
import { ConditionRow } from './condition-row.tsx';
import { draftOf, type RulesDraft } from './rule-draft.ts';
import { RulePreview } from './rule-preview.tsx';
import classes from './rules.module.css';

interface RuleBuilderProps {
  readonly rules: RulesDraft;
  readonly choices: Choices;
  readonly onChange: (rules: RulesDraft) => void;
}

const mostConditions = 20;

/** What a product must keep, and beside it what that gathers now. */
export function RuleBuilder({ rules, choices, onChange }: RuleBuilderProps) {
  const { match, drafts } = rules;
  const add = () => onChange({ match, drafts: [...drafts, draftOf('tag', createIdempotencyKey())] });
  return (
    <>
      <Section title="Rules">
        <Stack>
          <div className={classes.match}>
            <Text size="sm">Products that keep</Text>
            <Select
              aria-label="How many of the conditions"
              data={[
                { value: 'all', label: 'all' },
                { value: 'any', label: 'any' },
              ]}
              value={match}
              allowDeselect={false}
              onChange={(value) => onChange({ match: value === 'any' ? 'any' : 'all', drafts })}
              w={84}
              size="xs"
            />
            <Text size="sm">of these:</Text>
          </div>
          <div className={classes.conditions}>
            {drafts.map((draft, index) => (
              <Fragment key={draft.key}>
                {index > 0 && <span className={classes.between}>{match === 'all' ? 'and' : 'or'}</span>}
                <ConditionRow
                  draft={draft}
                  number={index + 1}
                  choices={choices}
                  onChange={(changed) => onChange({ match, drafts: drafts.with(index, changed) })}
                  onRemove={
                    drafts.length > 1
                      ? () => onChange({ match, drafts: drafts.toSpliced(index, 1) })
                      : undefined
                  }
                />
              </Fragment>
            ))}
          </div>
          <Button
            variant="default"
            w="fit-content"
            leftSection={<Plus size={16} />}
            onClick={add}
            disabled={drafts.length >= mostConditions}
          >
            Add a condition
          </Button>
        </Stack>
      </Section>
      <RulePreview rules={rules} choices={choices} />
    </>
  );
}
