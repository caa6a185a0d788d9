"""From content to a judgement: findings and verdicts as values. Nothing here raises, writes or changes anything."""
