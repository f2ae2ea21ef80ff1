"""Counts by form and month, of nobody."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="FormMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form", models.TextField()),
                ("month", models.DateField()),
                ("sent", models.IntegerField(default=0)),
                (
                    "spans",
                    django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list, size=16),
                ),
                ("left_open", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "form_months",
                "constraints": [models.UniqueConstraint(fields=("form", "month"), name="form_month_once")],
            },
        ),
        migrations.CreateModel(
            name="QuestionMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("form", models.TextField()),
                ("question", models.TextField()),
                ("month", models.DateField()),
                ("asked", models.IntegerField(default=0)),
                ("answered", models.IntegerField(default=0)),
            ],
            options={
                "db_table": "question_months",
                "constraints": [
                    models.UniqueConstraint(fields=("form", "question", "month"), name="question_month_once")
                ],
            },
        ),
    ]
