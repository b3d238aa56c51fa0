"""Which calendars Afterword writes into, and what it wrote there."""
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journal', '0005_outgoing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Agenda',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.TextField()),
                ('user', models.CharField(max_length=320)),
                ('secret', models.TextField()),
                ('calendar', models.TextField(default='')),
                ('seen', models.JSONField(default=list)),
                ('connected', models.DateTimeField()),
                ('next', models.DateTimeField(null=True)),
                ('writing', models.DateTimeField(null=True)),
                ('written', models.DateTimeField(null=True)),
                ('trouble', models.TextField(default='')),
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('next__isnull', False)), fields=['next'], name='agendas_that_are_due')],
            },
        ),
        migrations.CreateModel(
            name='Entered',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.CharField(max_length=64)),
                ('tells', models.JSONField(default=list)),
                ('etag', models.TextField(default='')),
                ('theirs', models.BooleanField(default=False)),
                ('begins', models.DateTimeField(null=True)),
                ('agenda', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='journal.agenda')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agenda', 'uid'), name='one_entry_a_uid')],
            },
        ),
    ]
