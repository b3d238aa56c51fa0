"""What candidates decide about the rulebook, and changes that concern no one opportunity."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0001_the_first'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='change',
            name='opportunity',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='changes', to='journal.opportunity'),
        ),
        migrations.CreateModel(
            name='Ruling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=64)),
                ('gone', models.BooleanField(default=False)),
                ('place', models.PositiveIntegerField()),
                ('rule', models.TextField()),
                ('decision', models.CharField(max_length=40)),
                ('scope', models.CharField(max_length=40)),
                ('where', models.TextField()),
                ('terms', models.JSONField(default=dict)),
                ('change', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_rows', to='journal.change')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaces', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replaced_by', to='journal.ruling')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('owner', 'uid'), name='one_ruling_a_uid')],
            },
        ),
    ]
