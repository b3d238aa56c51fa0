"""The tables of reminders: addresses for calendars, and the daily digest."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_the_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='CalendarAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made', models.DateTimeField()),
                ('revoked', models.DateTimeField(null=True)),
                ('read', models.DateTimeField(null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_addresses', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('addresses', models.TextField(default='')),
                ('hour', models.PositiveSmallIntegerField(default=8)),
                ('names', models.BooleanField(default=False)),
                ('next', models.DateTimeField(null=True)),
                ('day', models.DateField(null=True)),
                ('tried', models.DateTimeField(null=True)),
                ('said', models.TextField(default='')),
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='digest', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('next__isnull', False)), fields=['next'], name='digests_that_are_due')],
            },
        ),
    ]
